-- One row per scheduled job: up to when its firings have been seen to. A firing after that and before now was missed.
create table job_schedule (
  job_id text primary key,
  cron text not null,
  time_zone text not null,
  considered_until text not null
);

-- One row per job that somebody paused.
create table job_pause (
  job_id text primary key,
  by_login text not null,
  reason text,
  paused_at text not null
);
