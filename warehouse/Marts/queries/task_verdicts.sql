-- One row per verdict on a task, as known at a load, in the order in which they were given; of one plan or of all.
select commitment, verdict, judged_on, judged_by, reason, known_from_load
from task_verdict
where known_from_load <= $asOf and ($plan::varchar is null or commitment in (select c.commitment from commitment c where c.plan = $plan))
order by known_from_load, commitment;
