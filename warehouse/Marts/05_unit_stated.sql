-- One row per measured unit, element, breakdown and month about which the authority said something for that month itself
-- (a value, …, or — as not applicable), as known at a load. A quarter's own figure speaks for its months.
create or replace macro unit_stated(in_district, in_year, as_of) as table
select distinct o.org_unit, o.element, o.breakdown, m.month
from observation_as_of(in_district, make_date(in_year, 1, 1), make_date(in_year, 12, 31), as_of) o
join (select unnest(generate_series(1, 12))::integer as month) m on m.month between month(o.period_start) and month(o.period_end)
where o.role = 'authoritative' and o.state in ('reported', 'below_unit', 'not_applicable') and o.basis = 'in_period'
  and o.period_kind in ('month', 'quarter', 'half', 'year');
