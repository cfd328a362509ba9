-- One row per deciding verb that was asked for: who, what, how it ended.
create table audit (
  audit_id integer primary key autoincrement,
  at text not null,
  login text not null,
  verb text not null,
  arguments text not null,
  reason text,
  exit_code integer not null,
  message text
);
