-- What is told of tasks quarter by quarter, the files that show it, and what was found of it: rows are added, never changed; the latest load speaks.
-- One row per quarter's words about a task.
create table task_quarter (
  commitment varchar not null,
  quarter_start date not null,
  words varchar not null,
  reported_by varchar not null,
  known_from_load bigint not null
);

-- One row per file that was handed in with a statement about a task; its bytes lie in the archive under their hash.
create table task_evidence (
  commitment varchar not null,
  file_name varchar not null,
  sha256 varchar not null,
  size bigint not null,
  reported_by varchar not null,
  known_from_load bigint not null
);

-- One row per verdict of another person on what was stated about a task.
create table task_verdict (
  commitment varchar not null,
  verdict varchar not null,
  judged_on date not null,
  judged_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);
