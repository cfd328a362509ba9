-- One row per commitment and unit of one year, as known at a load.
select commitment, indicator, org_unit, year, kind, comparator, value, unit, state, document
from target
where district = $district and year = $year and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
order by commitment, org_unit;
