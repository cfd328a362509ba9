-- Certifications of units' years and frozen assessment runs: rows are added, never changed.
-- One row per act by which a unit vouches for its year or takes that back; the last load speaks.
create table year_certification (
  district varchar not null,
  org_unit varchar not null,
  year integer not null,
  act varchar not null,
  person varchar not null,
  figures_sha256 varchar not null,
  decided_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);

-- One row per frozen run; as_of_load is the load as of which everything was read, known_from_load that of freezing it.
create table assessment_run (
  run bigint not null,
  district varchar not null,
  year integer not null,
  through varchar not null,
  as_of_load bigint not null,
  engine varchar not null,
  schemes varchar not null,
  corrects bigint,
  reason varchar not null,
  decided_by varchar not null,
  decided_at timestamp not null,
  uncertified integer not null,
  seal varchar not null,
  known_from_load bigint not null
);

-- One row per document of a run, in canonical JSON: the evaluations of a unit, the board of a scheme, the manifest with the hashes of all.
create table assessment_result (
  run bigint not null,
  name varchar not null,
  body varchar not null,
  sha256 varchar not null
);
