-- Rebuilds the terms of one district and year: one row per org unit, element, breakdown, time rule and month-end.
insert into fact_term_year
select district, org_unit, element, breakdown, time_rule, year, through, value, bound, state, latest_period, owed, present, missing_units, derived, $load
from slice_term
order by org_unit, element, breakdown, time_rule, through;
