-- What was received and what became of it.
-- One row per received file; the bytes lie in the archive under sha256.
create table submission (
  submission_id bigint not null,
  receipt varchar not null,
  file_name varchar not null,
  sha256 varchar not null,
  size bigint not null,
  channel varchar not null,
  channel_unit varchar,
  arrival varchar not null,
  sent_by varchar not null,
  received_at timestamp not null,
  settled_at timestamp
);

-- One row per table found in a submission. accepted_order counts acceptances: of two claims on one key the later stands.
create table submission_table (
  table_id bigint not null,
  submission_id bigint not null,
  number integer not null,
  sheet varchar,
  range varchar,
  title varchar,
  form varchar,
  form_version integer,
  district varchar,
  org_unit varchar,
  period_kind varchar,
  period_start date,
  score decimal(5, 4) not null,
  state varchar not null,
  load_id bigint,
  accepted_order bigint
);

-- One row per filled or blank cell that a line and column of a form claims.
create table staged_cell (
  table_id bigint not null,
  cell_address varchar not null,
  text varchar not null,
  line_number integer,
  column_id varchar,
  district varchar not null,
  org_unit varchar not null,
  reporter varchar not null,
  element varchar not null,
  element_version integer not null,
  period_kind varchar not null,
  period_start date not null,
  period_end date not null,
  basis varchar not null,
  breakdown varchar not null,
  value decimal(18, 4),
  bound varchar not null,
  state varchar not null,
  quoted boolean not null
);

-- One row per finding, in the order shown to the sender; table_id is null for a finding about the file.
create table finding (
  submission_id bigint not null,
  table_id bigint,
  number integer not null,
  code varchar not null,
  severity varchar not null,
  line varchar,
  column_words varchar,
  sheet varchar,
  cell varchar,
  found varchar,
  expected varchar,
  difference decimal(18, 4),
  message varchar not null,
  message_en varchar not null
);

-- One row per decision about a table: returned, loaded, withdrawn, voided …
create table review (
  table_id bigint not null,
  decision varchar not null,
  reason varchar,
  decided_by varchar not null,
  decided_at timestamp not null,
  load_id bigint
);

-- One row per answer a person gave about words that the matching could not place; known from its load on.
create table alias (
  kind varchar not null,
  district varchar,
  words varchar not null,
  target varchar not null,
  decided_by varchar not null,
  known_from_load bigint not null
);

-- One row per message to be carried out of the warehouse, written with what it announces; copied_at is set by the relay.
create table notice_outbox (
  notice_key varchar not null,
  kind varchar not null,
  district varchar,
  org_unit varchar,
  submission_id bigint,
  subject varchar not null,
  body varchar not null,
  created_at timestamp not null,
  copied_at timestamp
);

-- One row per issued workbook; the bytes lie in the archive under sha256.
create table edition (
  edition_id bigint not null,
  report varchar not null,
  district varchar not null,
  period_kind varchar not null,
  period_start date not null,
  number integer not null,
  file_name varchar not null,
  sha256 varchar not null,
  as_of_load bigint not null,
  issued_at timestamp not null
);
