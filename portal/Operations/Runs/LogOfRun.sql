-- What the run wrote, in order.
select at as At, level as Level, line as Line, submission as Submission
from job_run_log
where run_id = $runId
order by rowid;
