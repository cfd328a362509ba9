-- The run is not to begin, or to be taken up again; one that is under way is stopped by whoever runs it, so it counts only where nobody does.
update job_run
set state = 'cancelled', ended_at = $at, error = $reason, next_attempt_at = null
where run_id = $runId and (state = 'queued' or ($alsoRunning and state = 'running'));
