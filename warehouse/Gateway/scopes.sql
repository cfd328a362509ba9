-- What a write is about, handed to its statements in bulk: temporary tables of the one writer.
create temp table if not exists load_scope (table_id bigint not null);
create temp table if not exists element_scope (element varchar not null);
create temp table if not exists submission_scope (submission_id bigint not null);
create temp table if not exists bytes_scope (sha256 varchar not null);
create temp table if not exists notice_scope (
  notice_key varchar not null,
  kind varchar not null,
  district varchar,
  org_unit varchar,
  submission_id bigint,
  subject varchar not null,
  body varchar not null,
  created_at timestamp not null
);
create temp table if not exists reread_scope (table_id bigint, replaces bigint);
