-- Up to when each job's firings have been seen to.
select job_id as JobId, cron as Cron, time_zone as TimeZone, considered_until as Until
from job_schedule
order by job_id;
