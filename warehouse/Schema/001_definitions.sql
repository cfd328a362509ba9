-- What is defined, as known at each load: one row per definition and the loads between which it stood.
-- `definition` holds the truth (body); the dim_ tables below are the same in the shape that joins need.
create table load (
  load_id bigint not null,
  committed_at timestamp not null,
  cause varchar not null
);

create table definition (
  definition varchar not null,
  kind varchar not null,
  id varchar not null,
  version integer,
  issued date,
  file varchar not null,
  body varchar not null,
  sha256 varchar not null,
  overrides boolean not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per org unit and span of validity.
create table dim_org_unit (
  definition varchar not null,
  district varchar not null,
  org_unit varchar not null,
  name varchar not null,
  kind varchar not null,
  role varchar not null,
  counts boolean not null,
  measures varchar not null,
  valid_from date not null,
  valid_to date not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per org unit and who went on with it; share is null where a split has no agreed shares.
create table org_unit_successor (
  definition varchar not null,
  district varchar not null,
  org_unit varchar not null,
  successor varchar not null,
  share decimal(9, 6),
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per element version.
create table dim_element (
  definition varchar not null,
  element varchar not null,
  version integer not null,
  name varchar not null,
  unit varchar not null,
  kind varchar not null,
  rollup varchar not null,
  applies_from date not null,
  applies_until date not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per element version and level of the measured unit: the role whose figure counts there.
create table element_authority (
  definition varchar not null,
  element varchar not null,
  version integer not null,
  level varchar not null,
  role varchar not null,
  known_from_load bigint not null,
  known_to_load bigint
);

create table dim_breakdown (
  definition varchar not null,
  breakdown varchar not null,
  name varchar not null,
  breakdown_group varchar not null,
  exhaustive boolean not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per indicator version.
create table dim_indicator (
  definition varchar not null,
  indicator varchar not null,
  version integer not null,
  name varchar not null,
  unit varchar not null,
  decimals integer not null,
  is_ratio boolean not null,
  applies_from date not null,
  applies_until date not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per term of an indicator version; side is numerator or denominator.
create table indicator_term (
  definition varchar not null,
  indicator varchar not null,
  version integer not null,
  side varchar not null,
  element varchar not null,
  breakdown varchar not null,
  time_rule varchar not null,
  factor decimal(9, 4) not null,
  known_from_load bigint not null,
  known_to_load bigint
);

create table dim_form (
  definition varchar not null,
  form varchar not null,
  version integer not null,
  name varchar not null,
  form_number varchar not null,
  period_kind varchar not null,
  applies_from date not null,
  applies_until date not null,
  known_from_load bigint not null,
  known_to_load bigint
);

create table dim_form_line (
  definition varchar not null,
  form varchar not null,
  version integer not null,
  line_number integer not null,
  label varchar not null,
  element varchar not null,
  breakdown varchar not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per form version, role and line that units of the role owe.
create table obligation_line (
  definition varchar not null,
  form varchar not null,
  version integer not null,
  role varchar not null,
  line_number integer not null,
  element varchar not null,
  breakdown varchar not null,
  known_from_load bigint not null,
  known_to_load bigint
);

create table plan (
  definition varchar not null,
  plan varchar not null,
  district varchar not null,
  name varchar not null,
  document varchar not null,
  issued date not null,
  first_year integer not null,
  last_year integer not null,
  known_from_load bigint not null,
  known_to_load bigint
);

create table commitment (
  definition varchar not null,
  commitment varchar not null,
  plan varchar not null,
  indicator varchar not null,
  kind varchar not null,
  comparator varchar not null,
  value decimal(18, 4),
  unit varchar not null,
  scope varchar not null,
  clause varchar not null,
  place varchar not null,
  interpretation varchar not null,
  issued_from_above boolean not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per commitment, org unit, year and version of its target; state is issued or awaiting_issue (待下达).
create table target (
  definition varchar not null,
  commitment varchar not null,
  indicator varchar not null,
  district varchar not null,
  org_unit varchar not null,
  year integer not null,
  kind varchar not null,
  comparator varchar not null,
  value decimal(18, 4),
  unit varchar not null,
  state varchar not null,
  document varchar,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per form, unit and period owed.
create table submission_due (
  definition varchar not null,
  district varchar not null,
  org_unit varchar not null,
  form varchar not null,
  period_kind varchar not null,
  period_start date not null,
  period_end date not null,
  due_date date not null,
  provisional boolean not null,
  known_from_load bigint not null,
  known_to_load bigint
);

-- One row per period of any kind but plan, 2000 to 2049: what a query by calendar joins.
create table dim_period (
  period_kind varchar not null,
  period_start date not null,
  period_end date not null,
  year integer not null
);
insert into dim_period
select kind, start_day::date, (start_day + step - interval 1 day)::date, extract(year from start_day)::integer
from (values ('day', interval 1 day), ('month', interval 1 month), ('quarter', interval 3 month), ('half', interval 6 month),
             ('year', interval 1 year)) as kinds (kind, step),
  lateral (select unnest(generate_series(timestamp '2000-01-01', timestamp '2049-12-31', step)) as start_day) as days
union all
select 'week', monday::date, (monday + interval 6 day)::date, extract(isoyear from monday)::integer
from (select unnest(generate_series(timestamp '2000-01-03', timestamp '2049-12-31', interval 7 day)) as monday) as weeks
order by 1, 2;
