-- One row per account: somebody who can sign in. A login names the same person however its letters are written, and stays taken when it is closed.
create table account (
  login text not null primary key collate nocase,
  name text not null,
  mail text,
  password_hash text not null,
  password_set_at text not null,
  must_change integer not null check (must_change in (0, 1)),
  wrong_attempts integer not null default 0,
  locked_until text,
  last_seen_at text,
  created_at text not null,
  created_by text not null,
  closed_at text,
  closed_because text
);

-- One row per role of somebody from a day to a day (both included; no last day: until it is ended). Ended ones stay as history. told_at: when
-- the admins were told of it, where they are to be.
create table account_grant (
  grant_id integer primary key autoincrement,
  login text not null collate nocase references account (login),
  role text not null check (role in ('reporter', 'reviewer', 'leader', 'assessor', 'admin', 'operations')),
  district text,
  unit text,
  post text,
  from_day text not null,
  to_day text,
  granted_by text not null,
  granted_at text not null,
  ended_by text,
  ended_at text,
  told_at text,
  check (unit is null or district is not null),
  check (role <> 'reporter' or unit is not null)
);
create index account_grant_login on account_grant (login);

-- One row per browser that is signed in. The plain id is in its cookie only.
create table session (
  id_hash text not null primary key,
  login text not null collate nocase references account (login),
  begun_at text not null,
  seen_at text not null,
  ends_at text not null,
  from_address text,
  agent text
);
create index session_login on session (login);

-- One row per token by which a program asks in somebody's name. The plain token is told once.
create table api_token (
  token_id integer primary key autoincrement,
  token_hash text not null unique,
  login text not null collate nocase references account (login),
  name text not null,
  created_at text not null,
  expires_at text not null,
  last_used_at text,
  revoked_at text
);
create index api_token_login on api_token (login);

-- One row per login that there is not and that somebody tried to sign in with, counted and locked as accounts are, or the answers and the time
-- they take would tell which is which. Only a keyed hash of it, and for a day: what is typed for a login is sometimes a password.
create table stranger (
  login_hash text not null primary key,
  wrong_attempts integer not null,
  locked_until text,
  seen_at text not null
);

-- One row per key by which the web framework protects what it hands out.
create table web_key (
  name text not null primary key,
  xml text not null
);

-- From where somebody asked; null: on the machine itself.
alter table audit add column from_address text;

-- The latest runs of one job, also of one that seldom runs.
create index job_run_of_job on job_run (job_id, run_id);
