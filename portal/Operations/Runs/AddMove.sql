-- The run has come to the state that it is in: one line of its timeline.
insert into job_run_move (run_id, at, state, attempt, cause)
select run_id, $at, state, attempt, $cause from job_run where run_id = $runId;
