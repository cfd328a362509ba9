-- Lines that the run wrote together, in their order; $lines is a JSON list of texts.
insert into job_run_log (run_id, at, level, line)
select $runId, $at, $level, value from json_each($lines) order by key;
