-- One row per locking and opening of a district's periods known at a load, in the order decided.
select district, form, period_start, org_unit, open_until, reason, decided_by, decided_at, known_from_load
from period_lock
where district = $district and known_from_load <= $asOf
order by known_from_load;
