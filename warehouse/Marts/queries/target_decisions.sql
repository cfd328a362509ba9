-- One row per target that people have set, as known at a load, in the order in which they were set; of one plan or of all.
select commitment, org_unit, from_year, to_year, value, document, decided_on, decided_by, reason, known_from_load
from target_decision
where known_from_load <= $asOf and ($plan::varchar is null or commitment in (select c.commitment from commitment c where c.plan = $plan))
order by known_from_load, commitment, org_unit;
