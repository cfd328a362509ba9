-- One row per target that people have set, as known at a load, in the order in which they were set.
select commitment, org_unit, from_year, to_year, value, document, decided_on, decided_by, reason, known_from_load
from target_decision
where known_from_load <= $asOf
order by known_from_load, commitment, org_unit;
