-- The terms of one district and year as known at a load: one row per org unit, element, breakdown, time rule and month-end.
create or replace temp table slice_term as
select district, org_unit, element, breakdown, time_rule, year, through, value, bound, state, latest_period, owed, present, missing_units, derived
from term_year($district, $year, $view, $asOf);
