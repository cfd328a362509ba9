-- Superseded values of a load (of all where none is named) that end before they began: must not exist.
select org_unit, element, period_start, load_id, known_to_load
from fact_observation_history
where district = $district and period_start between $from and $to and (known_to_load = $load or $load::bigint is null) and load_id >= known_to_load;
