-- One row per act of certifying a year in a district, as known at a load, in order.
select district, org_unit, year, act, person, figures_sha256, decided_by, reason, known_from_load
from year_certification
where district = $district and year = $year and known_from_load <= $asOf
order by known_from_load, org_unit;
