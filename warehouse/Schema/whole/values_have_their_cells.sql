-- Current values that do not stand in the cell of the accepted table they name: must not exist.
select f.org_unit, f.element, f.period_start, f.basis, f.breakdown, f.table_id, f.cell_address, f.value
from fact_observation f
where f.district = $district and f.table_id is not null
  and not exists (
    select 1 from staged_cell c
    join submission_table t on t.table_id = c.table_id and t.state in ('loaded', 'superseded')
    where c.table_id = f.table_id and c.cell_address is not distinct from f.cell_address and c.element = f.element and c.org_unit = f.org_unit
      and c.period_start = f.period_start and c.basis = f.basis and c.breakdown = f.breakdown and c.value is not distinct from f.value)
order by f.org_unit, f.element, f.period_start;
