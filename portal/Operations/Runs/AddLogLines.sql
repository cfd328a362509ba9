-- Lines that the run wrote together, in their order; $lines is a JSON list of pairs: the receipt that a line is about, or null, and its text.
insert into job_run_log (run_id, at, level, line, submission)
select $runId, $at, $level, json_extract(value, '$[1]'), json_extract(value, '$[0]') from json_each($lines) order by key;
