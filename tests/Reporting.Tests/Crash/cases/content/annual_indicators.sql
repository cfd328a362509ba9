-- The annual fact, but for its loads.
select district, org_unit, indicator, indicator_version, year, through, numerator, denominator, is_ratio, bound, state, latest_period,
       owed, present, missing_units, derived
from fact_indicator_year;
