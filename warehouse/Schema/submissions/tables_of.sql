-- One row per table of a submission, in the order of the file; of a table that was checked again the last verdict.
select table_id, submission_id, number, sheet, range, title, form, form_version, district, org_unit, period_kind, period_start, score, state, load_id,
       period_end, coalesce(nil, false) as nil
from submission_table where submission_id = $submission
qualify table_id = max(table_id) over (partition by number)
order by number;
