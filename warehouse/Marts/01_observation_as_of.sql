-- One row per value that was current at a load: district, org unit, reporter, element, period, basis, breakdown.
-- Values current now and known then, and values superseded since.
create or replace macro observation_as_of(in_district, from_day, to_day, as_of) as table
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role,
       value, bound, state, element_version, table_id, cell_address, load_id, null::bigint as known_to_load
from fact_observation
where district = in_district and period_start between from_day and to_day and load_id <= as_of
union all
select district, org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, role,
       value, bound, state, element_version, table_id, cell_address, load_id, known_to_load
from fact_observation_history
where district = in_district and period_start between from_day and to_day and load_id <= as_of and known_to_load > as_of;
