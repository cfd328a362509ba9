-- Values of a load (of all where none is named) about or by a unit that does not exist in their period: must not exist.
select f.org_unit, f.reporter, f.period_start
from fact_observation f
where f.district = $district and f.period_start between $from and $to and (f.load_id = $load or $load::bigint is null)
  and (not exists (select 1 from dim_org_unit u where u.district = f.district and u.org_unit = f.org_unit and u.known_to_load is null
                   and u.valid_from <= f.period_end and u.valid_to >= f.period_start)
    or not exists (select 1 from dim_org_unit u where u.district = f.district and u.org_unit = f.reporter and u.known_to_load is null
                   and u.valid_from <= f.period_end and u.valid_to >= f.period_start));
