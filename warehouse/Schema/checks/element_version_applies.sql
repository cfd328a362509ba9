-- Values of a load (of all where none is named) under a version of the element that does not speak of their period: must not exist.
select f.org_unit, f.element, f.period_start, f.element_version
from fact_observation f
where f.district = $district and f.period_start between $from and $to and (f.load_id = $load or $load::bigint is null)
  and not exists (
    select 1 from dim_element e
    where e.element = f.element and e.version = f.element_version and e.known_to_load is null
      and f.period_start between e.applies_from and e.applies_until);
