-- The annual fact's terms, but for their loads.
select district, org_unit, element, breakdown, time_rule, year, through, value, bound, state, latest_period, owed, present, missing_units, derived
from fact_term_year;
