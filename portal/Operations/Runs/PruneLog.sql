-- Lines of runs that ended long ago; what they did, as data, and how they ended stays.
delete from job_run_log where run_id in (select run_id from job_run where ended_at < $before);
