-- One row per current value that the named reporters (comma-separated) state, within one district and span of periods.
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role, value, bound, state,
       element_version, table_id, cell_address, load_id, null::bigint as known_to_load
from fact_observation
where district = $district and period_start between $from and $to and reporter in (select unnest(string_split($reporters, ',')))
order by reporter, element, breakdown, basis, period_start;
