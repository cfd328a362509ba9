-- One row per 督办单 of a district (or of all), as known at a load.
select number, district, org_unit, commitment, demand, deadline, opened_on, light, opened_by, reason, known_from_load
from supervision_order
where known_from_load <= $asOf and ($only::varchar is null or district = $only)
order by number;
