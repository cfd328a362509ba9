-- How a district's targets reach its units and months: rows are added, never changed; the latest load speaks.
-- One row per act of splitting a district's target of one year; the parts are rows of target_decision of the same load.
create table target_split (
  commitment varchar not null,
  year integer not null,
  method varchar not null,
  district_target decimal(18, 4) not null,
  parts_sum decimal(18, 4) not null,
  difference decimal(18, 4) not null,
  units integer not null,
  document varchar not null,
  decided_on date not null,
  decided_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);

-- One row per 下达: from this load on the units' targets of that commitment and year change only by a revision with a document.
create table target_issue (
  commitment varchar not null,
  year integer not null,
  document varchar not null,
  decided_on date not null,
  decided_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);

-- One row per month-end of a 序时 curve that somebody set for a commitment, unit and year: the part of the year's target expected by then.
create table target_curve (
  commitment varchar not null,
  org_unit varchar not null,
  year integer not null,
  month integer not null,
  share decimal(18, 8) not null,
  method varchar not null,
  decided_by varchar not null,
  reason varchar not null,
  known_from_load bigint not null
);
