-- A job that is no longer scheduled has no missed firings.
delete from job_schedule where job_id = $jobId;
