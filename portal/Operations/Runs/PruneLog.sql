-- Lines of runs that ended long ago, asked from the lines, which are few beside the runs; what they did, as data, and how they ended stays.
delete from job_run_log where exists (select 1 from job_run run where run.run_id = job_run_log.run_id and run.ended_at < $before);
