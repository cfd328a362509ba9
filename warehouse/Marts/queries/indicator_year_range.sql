-- One row per indicator and month-end of a unit (or of all) and of its district over a span of years, as known at a load: none of a year rebuilt since.
-- Of the indicators named; of units before `monthsFrom` only the year's end.
select district, org_unit, indicator, indicator_version, year, through, numerator, denominator, is_ratio, bound, state, latest_period,
       owed, present, missing_units, derived, $asOf::bigint as load_id
from fact_indicator_year
where district = $district and ($orgUnit::varchar is null or org_unit in ($orgUnit, $district)) and year between $firstYear and $lastYear
  and load_id <= $asOf and indicator in (select unnest(string_split($indicators, ','))) and (org_unit = $district or year >= $monthsFrom or through = 12)
order by year, org_unit, indicator, indicator_version, through;
