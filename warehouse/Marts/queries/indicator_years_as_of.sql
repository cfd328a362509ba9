-- One row per org unit, indicator and month-end of one district and year, as known at a load.
select district, org_unit, indicator, indicator_version, year, through, numerator, denominator, is_ratio, bound, state, latest_period,
       owed, present, missing_units, derived, $asOf::bigint as load_id
from slice_indicator
where $through::integer is null or through = $through
order by org_unit, indicator, indicator_version, through;
