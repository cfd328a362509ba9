-- Timelines of runs that ended long ago, asked from the timelines, which are few beside the runs; when they were recorded, began and ended stays with the run.
delete from job_run_move where exists (select 1 from job_run run where run.run_id = job_run_move.run_id and run.ended_at < $before);
