-- One row per verdict on a task, as known at a load, in the order in which they were given.
select commitment, verdict, judged_on, judged_by, reason, known_from_load
from task_verdict
where known_from_load <= $asOf
order by known_from_load, commitment;
