-- How far the run has come: n of m.
update job_run
set progress_done = $done, progress_total = $total
where run_id = $runId;
