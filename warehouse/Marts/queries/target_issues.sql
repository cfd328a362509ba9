-- One row per 下达 of units' targets, as known at a load, in order; of one plan or of all.
select commitment, year, document, decided_on, decided_by, reason, known_from_load
from target_issue
where known_from_load <= $asOf and ($plan::varchar is null or commitment in (select c.commitment from commitment c where c.plan = $plan))
order by known_from_load, commitment;
