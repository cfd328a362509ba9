-- One row per value that the named reporters (comma-separated) were held to state at a load, within one district and span of periods.
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role, value, bound, state,
       element_version, table_id, cell_address, load_id, known_to_load
from observation_as_of($district, $from, $to, $asOf)
where reporter in (select unnest(string_split($reporters, ',')))
order by reporter, element, breakdown, basis, period_start;
