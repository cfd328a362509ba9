-- One row per statement about a task, as known at a load, in the order in which they were made; of one plan or of all.
select commitment, state, on_date, evidence, decided_by, reason, known_from_load
from milestone_state
where known_from_load <= $asOf and ($plan::varchar is null or commitment in (select c.commitment from commitment c where c.plan = $plan))
order by known_from_load, commitment;
