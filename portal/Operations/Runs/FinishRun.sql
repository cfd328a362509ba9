-- How the run ended.
update job_run
set state = $state, ended_at = $at, outcome = $outcome, error = $error, next_attempt_at = null
where run_id = $runId;
