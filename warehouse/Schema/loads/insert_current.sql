-- Writes the new current values of changed keys; a key without a claim is written as withdrawn, so that it is seen to be empty.
insert into fact_observation
select c.district, c.org_unit, c.reporter, c.element, c.period_kind, c.period_start, c.period_end, c.basis, c.breakdown, c.role,
       c.value, coalesce(c.bound, 'exact'), coalesce(c.state, 'withdrawn'),
       coalesce(c.element_version, (
         select max(e.version) from dim_element e
         where e.element = c.element and e.known_to_load is null and c.period_start between e.applies_from and e.applies_until), 1),
       c.table_id, c.cell_address, $load
from changed c
where $district = c.district and c.period_start between $from and $to;
