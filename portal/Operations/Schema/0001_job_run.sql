-- One row per run of a job: the truth about it; an engine only calls. Times are ISO 8601 in UTC.
create table job_run (
  run_id integer primary key autoincrement,
  job_id text not null,
  job text not null,
  arguments text not null,
  cause text not null check (cause in ('schedule', 'catch_up', 'hand')),
  by_login text,
  scheduled_for text,
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'set_aside')),
  attempt integer not null,
  attempts integer not null,
  retry_after_seconds integer not null,
  starts integer not null,
  recorded_at text not null,
  started_at text,
  ended_at text,
  next_attempt_at text,
  progress_done integer,
  progress_total integer,
  outcome text,
  error text
);

-- A firing is recorded once, whoever notices it first.
create unique index job_run_firing on job_run (job_id, scheduled_for) where scheduled_for is not null;
create index job_run_unfinished on job_run (state) where state in ('queued', 'running');

-- One row per line that a run wrote.
create table job_run_log (
  run_id integer not null references job_run (run_id),
  at text not null,
  level text not null,
  line text not null
);
create index job_run_log_run on job_run_log (run_id);
