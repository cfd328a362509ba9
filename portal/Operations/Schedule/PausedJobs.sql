-- The jobs that somebody paused.
select job_id from job_pause order by job_id;
