-- A firing that was not run, and a run that does another one once more, are runs too; each change of a run's state is kept with its time and cause.
create table job_run_new (
  run_id integer primary key autoincrement,
  job_id text not null,
  job text not null,
  arguments text not null,
  cause text not null check (cause in ('schedule', 'catch_up', 'hand', 'retry')),
  by_login text,
  scheduled_for text,
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled', 'set_aside', 'skipped')),
  attempt integer not null,
  attempts integer not null,
  retry_after_seconds integer not null,
  back_off text not null default 'fixed' check (back_off in ('fixed', 'exponential')),
  retry_at_most_seconds integer not null default 3600,
  time_limit_minutes integer not null default 120,
  recipients text not null default '[]',
  retry_of integer references job_run_new (run_id),
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
insert into job_run_new (
  run_id, job_id, job, arguments, cause, by_login, scheduled_for, state, attempt, attempts, retry_after_seconds, starts, recorded_at, started_at,
  ended_at, next_attempt_at, progress_done, progress_total, outcome, error
)
select
  run_id, job_id, job, arguments, cause, by_login, scheduled_for, state, attempt, attempts, retry_after_seconds, starts, recorded_at, started_at,
  ended_at, next_attempt_at, progress_done, progress_total, outcome, error
from job_run;

-- One row per line that a run wrote; submission is the receipt that it is about.
create table job_run_log_new (
  run_id integer not null references job_run_new (run_id),
  at text not null,
  level text not null,
  line text not null,
  submission text
);
insert into job_run_log_new (run_id, at, level, line) select run_id, at, level, line from job_run_log order by rowid;

drop table job_run_log;
drop table job_run;
alter table job_run_new rename to job_run;
alter table job_run_log_new rename to job_run_log;

-- A firing is recorded once, whoever notices it first; only a run that does it once more on demand stands for it too.
create unique index job_run_firing on job_run (job_id, scheduled_for) where scheduled_for is not null and retry_of is null;
create index job_run_unfinished on job_run (state) where state in ('queued', 'running');
create index job_run_ended on job_run (ended_at);
create index job_run_log_run on job_run_log (run_id);

-- One row per change of a run's state.
create table job_run_move (
  run_id integer not null references job_run (run_id),
  at text not null,
  state text not null,
  attempt integer not null,
  cause text not null
);
create index job_run_move_run on job_run_move (run_id);
