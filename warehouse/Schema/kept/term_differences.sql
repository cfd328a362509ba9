-- One row per term of a district and year that the kept annual fact has otherwise than the slice laid out anew just before: must not exist.
with kept as (
  select org_unit, element, breakdown, time_rule, through, value, bound, state, latest_period, owed, present, missing_units, derived
  from fact_term_year where district = $district and year = $year
),
anew as (
  select org_unit, element, breakdown, time_rule, through, value, bound, state, latest_period, owed, present, missing_units, derived from slice_term
)
select 'kept' as side, * from (select * from kept except all select * from anew)
union all
select 'rebuilt', * from (select * from anew except all select * from kept)
order by org_unit, element, breakdown, time_rule, through, side;
