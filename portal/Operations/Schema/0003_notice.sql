-- One row per notice, copied from the warehouse's notice_outbox; the key keeps a repeated copy out.
create table notice (
  notice_key text primary key,
  kind text not null,
  district text,
  org_unit text,
  subject text not null,
  body text not null,
  created_at text not null
);
