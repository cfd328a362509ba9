-- Facts carry no key and no index (they cost a factor of five); one writer, an anti-join and Schema/checks keep them unique.
-- One row per current value: district, org unit, reporter, element, period, basis, breakdown.
create table fact_observation (
  district varchar not null,
  org_unit varchar not null,
  reporter varchar not null,
  element varchar not null,
  period_kind varchar not null,
  period_start date not null,
  period_end date not null,
  basis varchar not null,
  breakdown varchar not null,
  role varchar not null,
  value decimal(18, 4),
  bound varchar not null,
  state varchar not null,
  element_version integer not null,
  table_id bigint,
  cell_address varchar,
  load_id bigint not null
);

-- One row per superseded value and the loads between which it was current.
create table fact_observation_history (
  district varchar not null,
  org_unit varchar not null,
  reporter varchar not null,
  element varchar not null,
  period_kind varchar not null,
  period_start date not null,
  period_end date not null,
  basis varchar not null,
  breakdown varchar not null,
  role varchar not null,
  value decimal(18, 4),
  bound varchar not null,
  state varchar not null,
  element_version integer not null,
  table_id bigint,
  cell_address varchar,
  load_id bigint not null,
  known_to_load bigint not null
);

-- One row per org unit (a district is one), element, breakdown, time rule, year and month-end: the terms of indicators.
create table fact_term_year (
  district varchar not null,
  org_unit varchar not null,
  element varchar not null,
  breakdown varchar not null,
  time_rule varchar not null,
  year integer not null,
  through integer not null,
  value decimal(18, 4),
  bound varchar not null,
  state varchar not null,
  latest_period date,
  owed integer not null,
  present integer not null,
  missing_units integer not null,
  derived boolean not null,
  load_id bigint not null
);

-- One row per org unit (a district is one), indicator version, year and month-end. A ratio is never divided here.
create table fact_indicator_year (
  district varchar not null,
  org_unit varchar not null,
  indicator varchar not null,
  indicator_version integer not null,
  year integer not null,
  through integer not null,
  numerator decimal(18, 4),
  denominator decimal(18, 4),
  is_ratio boolean not null,
  bound varchar not null,
  state varchar not null,
  latest_period date,
  owed integer not null,
  present integer not null,
  missing_units integer not null,
  derived boolean not null,
  load_id bigint not null
);
