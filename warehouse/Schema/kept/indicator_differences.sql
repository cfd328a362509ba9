-- One row per indicator of a district and year that the kept annual fact has otherwise than the slice laid out anew just before: must not exist.
with kept as (
  select org_unit, indicator, indicator_version, through, numerator, denominator, is_ratio, bound, state, latest_period, owed, present, missing_units, derived
  from fact_indicator_year where district = $district and year = $year
),
anew as (
  select org_unit, indicator, indicator_version, through, numerator, denominator, is_ratio, bound, state, latest_period, owed, present, missing_units, derived
  from slice_indicator
)
select 'kept' as side, * from (select * from kept except all select * from anew)
union all
select 'rebuilt', * from (select * from anew except all select * from kept)
order by org_unit, indicator, indicator_version, through, side;
