-- What follows from a light: who answers for it, and what units are asked to put right. Rows are added, never changed; the latest load speaks.
-- One row per 签收 of a commitment's light of one unit and year.
create table light_acknowledgement (
  commitment varchar not null,
  org_unit varchar not null,
  year integer not null,
  through integer not null,
  light varchar not null,
  owner varchar not null,
  reason varchar not null,
  decided_on date not null,
  decided_by varchar not null,
  known_from_load bigint not null
);

-- One row per 督办单.
create table supervision_order (
  number bigint not null,
  district varchar not null,
  org_unit varchar not null,
  commitment varchar,
  demand varchar not null,
  deadline date not null,
  opened_on date not null,
  light varchar,
  opened_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);

-- One row per act on a 督办单: feedback of the unit, returned to it, closed (销号). The bytes of evidence lie in the archive under their hash.
create table supervision_step (
  number bigint not null,
  act varchar not null,
  on_date date not null,
  words varchar not null,
  evidence_file varchar,
  evidence_sha256 varchar,
  decided_by varchar not null,
  known_from_load bigint not null
);
