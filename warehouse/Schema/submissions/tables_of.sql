-- One row per table of a submission as it is read now, in the order of the file.
select table_id, submission_id, number, sheet, range, title, form, form_version, district, org_unit, period_kind, period_start, score, state, load_id, period_end, coalesce(nil, false) as nil
from submission_table t
where submission_id = $submission and not exists (select 1 from review r where r.table_id = t.table_id and r.decision = 'reread')
order by number;
