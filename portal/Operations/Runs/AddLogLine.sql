-- One line that the run wrote; of a submission where it is about one.
insert into job_run_log (run_id, at, level, line, submission) values ($runId, $at, $level, $line, $submission);
