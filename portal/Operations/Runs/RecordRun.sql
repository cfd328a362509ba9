-- One run, before anything of it happens. No row comes back where this firing is already recorded.
insert into job_run (
  job_id, job, arguments, cause, by_login, scheduled_for, state, attempt, attempts, retry_after_seconds, starts, recorded_at
)
values ($JobId, $Job, $Arguments, $Cause, $By, $ScheduledFor, 'queued', 1, $Attempts, $RetryAfterSeconds, 0, $RecordedAt)
on conflict do nothing
returning run_id;
