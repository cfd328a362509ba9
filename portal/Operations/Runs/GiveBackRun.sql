-- The program stops in good order: the run waits for the next start, and this start does not count against it.
update job_run
set state = 'queued', starts = starts - 1
where run_id = $runId;
