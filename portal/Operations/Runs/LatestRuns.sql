-- The latest runs, newest first; of one job, in one state, before one run where that is asked for. Both ways walk an index from its end, so that a rare job is found at once.
with latest as (
  select run_id from (select run_id from job_run where $jobId is null and ($state is null or state = $state) and ($before is null or run_id < $before) order by run_id desc limit $limit)
  union all
  select run_id from (select run_id from job_run where job_id = $jobId and ($state is null or state = $state) and ($before is null or run_id < $before) order by run_id desc limit $limit)
)
select
  run_id as RunId, job_id as JobId, job as Job, arguments as Arguments, cause as Cause, by_login as By, scheduled_for as ScheduledFor,
  state as State, attempt as Attempt, attempts as Attempts, retry_after_seconds as RetryAfterSeconds, starts as Starts,
  recorded_at as RecordedAt, started_at as StartedAt, ended_at as EndedAt, next_attempt_at as NextAttemptAt,
  progress_done as ProgressDone, progress_total as ProgressTotal, outcome as Outcome, error as Error,
  back_off as BackOff, retry_at_most_seconds as RetryAtMostSeconds, time_limit_minutes as TimeLimitMinutes, recipients as Recipients, retry_of as RetryOf
from job_run
where run_id in (select run_id from latest)
order by run_id desc;
