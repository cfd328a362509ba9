-- The job's firings are seen to up to this moment; a changed cron begins anew.
insert into job_schedule (job_id, cron, time_zone, considered_until)
values ($jobId, $cron, $timeZone, $until)
on conflict (job_id) do update
set cron = excluded.cron, time_zone = excluded.time_zone, considered_until = excluded.considered_until;
