-- One line that the run wrote.
insert into job_run_log (run_id, at, level, line) values ($runId, $at, $level, $line);
