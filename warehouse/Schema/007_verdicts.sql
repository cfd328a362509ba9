-- What a verdict rests on, and what people said and decided about sheets.
-- The last load known when the submission was checked: what it was judged by can be asked again. Null for what was settled before.
alter table submission add column checked_load bigint;

-- How often it was checked again after its first verdict; null for never.
alter table submission add column round integer;

-- True where nobody filled in a sheet: a named person stated that nothing occurred.
alter table submission_table add column nil boolean;

-- The reason that let this warning pass; null where none was given.
alter table finding add column explanation varchar;

-- One row per reason given for a warning. It holds for one rule (all lines where line is null) of one unit's form in the periods
-- from–to; with found only while that is what the sheet says.
create table explanation (
  district varchar not null,
  org_unit varchar not null,
  form varchar not null,
  code varchar not null,
  line varchar,
  found varchar,
  period_from date not null,
  period_to date not null,
  words varchar not null,
  source varchar not null,
  submission_id bigint,
  given_by varchar not null,
  given_at timestamp not null,
  known_from_load bigint not null
);

-- One row per locking of a form's period, or of its opening again for a unit (null: for all) until a day; the latest that speaks of a unit counts.
create table period_lock (
  district varchar not null,
  form varchar not null,
  period_start date not null,
  org_unit varchar,
  open_until date,
  reason varchar not null,
  decided_by varchar not null,
  decided_at timestamp not null,
  known_from_load bigint not null
);

-- One row per request to void a submission; another person's carries it out.
create table void_request (
  submission_id bigint not null,
  code varchar not null,
  reason varchar not null,
  requested_by varchar not null,
  requested_at timestamp not null
);
