-- One row per locking and opening of a district's periods known at a load, in the order decided; what a load opens it opens after it has locked.
select district, form, period_start, org_unit, open_until, reason, decided_by, decided_at, known_from_load
from period_lock
where district = $district and known_from_load <= $asOf
order by known_from_load, open_until is not null, org_unit nulls first, form, period_start, open_until;
