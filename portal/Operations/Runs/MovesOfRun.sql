-- The run's timeline, in order.
select at as At, state as State, attempt as Attempt, cause as Cause
from job_run_move
where run_id = $runId
order by rowid;
