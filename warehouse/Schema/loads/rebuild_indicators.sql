-- Rebuilds the annual fact of one district and year: one row per org unit, indicator and month-end.
insert into fact_indicator_year
select district, org_unit, indicator, indicator_version, year, through, numerator, denominator, is_ratio, bound, state, latest_period,
       owed, present, missing_units, derived, $load
from slice_indicator
order by org_unit, indicator, indicator_version, through;
