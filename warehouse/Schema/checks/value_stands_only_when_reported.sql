-- Values of a load (of all where none is named) without a value where one is reported, or with one where none is: must not exist.
select org_unit, element, period_start, basis, breakdown, state, value
from fact_observation
where district = $district and period_start between $from and $to and (load_id = $load or $load::bigint is null)
  and (state = 'reported') <> (value is not null);
