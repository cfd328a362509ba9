-- What people decide while a plan runs: rows are added, never changed; the latest load speaks.
-- The element of the city's notice that carries the number of a commitment issued from above.
alter table commitment add column issued_by varchar;

-- One row per target that somebody set for a unit, from a year on.
create table target_decision (
  commitment varchar not null,
  org_unit varchar not null,
  from_year integer not null,
  to_year integer,
  value decimal(18, 4) not null,
  document varchar not null,
  decided_on date not null,
  decided_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);

-- One row per statement about how far a task has come.
create table milestone_state (
  commitment varchar not null,
  state varchar not null,
  on_date date not null,
  evidence varchar not null,
  decided_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);
