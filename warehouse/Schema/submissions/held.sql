-- One row per current value that the named reporters (comma-separated) state, within one district and span of periods; of the years before
-- it only the figures of the same season ($months, by their first month). Then what $units state of $elements in the periods that begin on
-- $starts: what a department's figure of the district is held against.
with asked as (
  select o.*
  from fact_observation o
  where o.district = $district and o.period_start between $from and $to
    and o.reporter in (select unnest(string_split($reporters, ',')))
  union all
  select o.*
  from fact_observation o
  where o.district = $district and o.period_start >= $older and o.period_start < $from and o.basis = 'in_period'
    and o.period_kind in ('month', 'quarter') and month(o.period_start)::varchar in (select unnest(string_split($months, ',')))
    and o.reporter in (select unnest(string_split($reporters, ',')))
  union all
  select o.*
  from fact_observation o
  where o.district = $district and o.period_start between $from and $to
    and o.period_start in (select unnest(string_split(nullif($starts, ''), ','))::date)
    and o.reporter in (select unnest(string_split($units, ','))) and o.element in (select unnest(string_split($elements, ',')))
    and o.reporter not in (select unnest(string_split($reporters, ',')))
)
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role, value, bound, state,
       element_version, table_id, cell_address, load_id, null::bigint as known_to_load
from asked
order by reporter, element, breakdown, basis, period_start;
