-- One row per submission whose form, unit or period its sender named: read when it is settled, whoever settles it and whenever.
create table submission_answer (
  submission_id bigint not null,
  form varchar,
  org_unit varchar,
  period varchar
);
