-- The same rows as held.sql gives, as they were held at a load.
with asked as (
  select o.*
  from observation_as_of($district, least($older::date, $from::date), $to, $asOf) o
  where (o.period_start >= $from and o.reporter in (select unnest(string_split($reporters, ','))))
     or (o.period_start < $from and o.basis = 'in_period' and o.period_kind in ('month', 'quarter')
         and month(o.period_start)::varchar in (select unnest(string_split($months, ','))) and o.reporter in (select unnest(string_split($reporters, ','))))
     or (o.period_start >= $from and o.period_start in (select unnest(string_split(nullif($starts, ''), ','))::date) and o.reporter in (select unnest(string_split($units, ',')))
         and o.element in (select unnest(string_split($elements, ','))) and o.reporter not in (select unnest(string_split($reporters, ','))))
)
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role, value, bound, state,
       element_version, table_id, cell_address, load_id, known_to_load
from asked
order by reporter, element, breakdown, basis, period_start;
