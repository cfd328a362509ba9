-- One row per org unit, indicator and month-end of one district and year, as of the last load.
select district, org_unit, indicator, indicator_version, year, through, numerator, denominator, is_ratio, bound, state, latest_period,
       owed, present, missing_units, derived, $asOf::bigint as load_id
from fact_indicator_year
where district = $district and year = $year
order by org_unit, indicator, indicator_version, through;
