-- One run, before anything of it happens, or one firing that is not run and why. No row comes back where this firing is already recorded.
insert into job_run (
  job_id, job, arguments, cause, by_login, scheduled_for, state, attempt, attempts, retry_after_seconds, starts, recorded_at, ended_at, error,
  back_off, retry_at_most_seconds, time_limit_minutes, recipients, retry_of
)
values (
  $JobId, $Job, $Arguments, $Cause, $By, $ScheduledFor, $State, 1, $Attempts, $RetryAfterSeconds, 0, $RecordedAt, $EndedAt, $Skipped,
  $BackOff, $RetryAtMostSeconds, $TimeLimitMinutes, $Recipients, $RetryOf
)
on conflict do nothing
returning run_id;
