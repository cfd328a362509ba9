-- One row per table that later sheets have just overtaken, in order of receipt.
select table_id, submission_id, number, sheet, range, title, form, form_version, district, org_unit, period_kind, period_start, score, state, load_id, period_end, coalesce(nil, false) as nil
from submission_table where table_id in (select table_id from overtaken)
order by table_id;
