-- One row per key of the elements in element_scope: what a changed authority makes re-decide, within one district.
create or replace temp table touched_key as
select distinct district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown
from staged_cell
where element in (select element from element_scope) and not quoted
  and district = $district and period_start between $from and $to;
