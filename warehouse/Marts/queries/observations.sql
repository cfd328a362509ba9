-- One row per value as it was stated and known at a load, within one district and span of periods.
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role, value, bound, state,
       element_version, table_id, cell_address, load_id, known_to_load
from observation_as_of($district, $from, $to, $asOf)
where $element::varchar is null or element = $element
order by element, org_unit, reporter, period_start, period_end, basis, breakdown;
