-- A job that is gone from the file is not paused either, should it come again.
delete from job_pause where job_id = $jobId;
