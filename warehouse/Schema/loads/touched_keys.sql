-- One row per key that the tables in load_scope claim, within one district and span of periods.
create or replace temp table touched_key as
select distinct district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown
from staged_cell
where table_id in (select table_id from load_scope) and not quoted
  and district = $district and period_start between $from and $to;
