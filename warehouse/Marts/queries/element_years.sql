-- One row per org unit, element, breakdown, time rule and month-end of one district and year, as known at a load: none where the slice was rebuilt since.
select district, org_unit, element, breakdown, time_rule, year, through, value, bound, state, latest_period, owed, present, missing_units, derived,
       $asOf::bigint as load_id
from fact_term_year
where district = $district and year = $year and load_id <= $asOf
order by org_unit, element, breakdown, time_rule, through;
