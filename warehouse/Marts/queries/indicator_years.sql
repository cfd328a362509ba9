-- One row per org unit, indicator and month-end of one district and year, as known at a load: none where the slice was rebuilt since.
select district, org_unit, indicator, indicator_version, year, through, numerator, denominator, is_ratio, bound, state, latest_period,
       owed, present, missing_units, derived, $asOf::bigint as load_id
from fact_indicator_year
where district = $district and year = $year and load_id <= $asOf and ($through::integer is null or through = $through)
order by org_unit, indicator, indicator_version, through;
