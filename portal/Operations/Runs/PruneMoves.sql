-- Timelines of runs that ended long ago; when they were recorded, began and ended stays with the run.
delete from job_run_move where run_id in (select run_id from job_run where ended_at < $before);
