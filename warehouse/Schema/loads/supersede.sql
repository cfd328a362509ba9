-- Moves the current values of changed keys into history, closed by this load.
insert into fact_observation_history
select f.district, f.org_unit, f.reporter, f.element, f.period_kind, f.period_start, f.period_end, f.basis, f.breakdown, f.role,
       f.value, f.bound, f.state, f.element_version, f.table_id, f.cell_address, f.load_id, $load
from fact_observation f
join changed c
  on c.org_unit = f.org_unit and c.reporter = f.reporter and c.element = f.element and c.period_kind = f.period_kind
 and c.period_start = f.period_start and c.period_end = f.period_end and c.basis = f.basis and c.breakdown = f.breakdown
where f.district = $district and f.period_start between $from and $to;
