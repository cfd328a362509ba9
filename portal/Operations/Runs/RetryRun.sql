-- The attempt failed and another is due.
update job_run
set state = 'queued', attempt = attempt + 1, next_attempt_at = $nextAttemptAt, error = $error
where run_id = $runId;
