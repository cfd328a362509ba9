-- The job is scheduled again.
delete from job_pause where job_id = $jobId;
