-- Values of one key that were current at the same time, now or before: must not exist.
with span as (
  select org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, load_id, known_to_load
  from fact_observation_history where district = $district
  union all
  select org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, load_id, null
  from fact_observation where district = $district
),
ordered as (
  select *, lead(load_id) over (
    partition by org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown order by load_id, known_to_load nulls last) as next_load
  from span
)
select org_unit, reporter, element, period_start, basis, breakdown, load_id, known_to_load, next_load
from ordered where next_load is not null and (known_to_load is null or known_to_load > next_load)
order by org_unit, element, period_start, load_id;
