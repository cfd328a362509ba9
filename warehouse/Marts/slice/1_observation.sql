-- The values of one district and year that count, as known at a load: one row per measured unit, element, period, basis and breakdown.
-- … (below_unit) is less than half a unit and counts as 0; — (not_applicable) is an answer without a value.
create or replace temp table slice_observation as
select o.org_unit, o.element, o.breakdown, o.basis, o.period_kind, o.element_version, o.bound, o.state, e.kind as element_kind,
       month(o.period_start)::integer as first_month, month(o.period_end)::integer as last_month,
       case when o.state = 'below_unit' then 0::decimal(18, 4) else o.value end as value
from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $asOf) o
join element_as_of($asOf) e on e.element = o.element and e.version = o.element_version
where o.role = 'authoritative' and o.state in ('reported', 'below_unit', 'not_applicable')
  and o.period_kind in ('month', 'quarter', 'half', 'year') and o.basis in ('in_period', 'year_to_date');
