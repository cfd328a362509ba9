-- The run begins an attempt; the start is counted before the job's first line, so a job that kills the process is counted too. No row changes
-- where the run has ended meanwhile.
update job_run
set state = 'running', starts = starts + 1, started_at = coalesce(started_at, $at), next_attempt_at = null
where run_id = $runId and state in ('queued', 'running');
