-- The job stays silent until somebody resumes it.
insert into job_pause (job_id, by_login, reason, paused_at)
values ($jobId, $by, $reason, $at)
on conflict (job_id) do nothing;
