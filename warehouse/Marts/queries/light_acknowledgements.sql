-- One row per 签收 of a light in a district's plans, as known at a load, in order.
select commitment, org_unit, year, through, light, owner, reason, decided_on, decided_by, known_from_load
from light_acknowledgement
where known_from_load <= $asOf and commitment in (select c.commitment from commitment c join plan p on p.plan = c.plan where p.district = $district)
order by known_from_load, commitment, org_unit;
