-- When it was decided who gets a notice: each is looked at once, so that whoever comes later is not sent what was before.
alter table notice add column delivery_seen_at text;
create index notice_unseen on notice (created_at) where delivery_seen_at is null;

-- One row per scope that has begun to deliver (mail:notices, mail:ENTRY, folder:ENTRY); what was there before is left out and counted.
create table delivery_start (
  scope text primary key,
  started_at text not null,
  left_out integer not null
);

-- One row per edition that a scope has looked at.
create table delivery_seen (
  scope text not null,
  edition_id integer not null,
  primary key (scope, edition_id)
);

-- One row per thing, channel and recipient: the intent stands before anything is sent, the outcome after it. Several that go in one mail
-- have one mail_key. thing is an edition's id, a notice's key, or a digest's district and day.
create table delivery (
  delivery_id integer primary key autoincrement,
  kind text not null check (kind in ('edition', 'notice', 'digest')),
  thing text not null,
  channel text not null check (channel in ('mail', 'folder')),
  recipient text not null,
  name text not null,
  title text not null,
  body text,
  mail_key text not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'failed', 'given_up', 'uncertain')),
  attempts integer not null default 0,
  recorded_at text not null,
  next_attempt_at text,
  sending_at text,
  ended_at text,
  message_id text,
  code integer,
  answer text,
  report integer,
  reported_at text,
  unique (kind, thing, channel, recipient)
);
create index delivery_open on delivery (state, next_attempt_at) where state in ('pending', 'sending');
create index delivery_untold on delivery (state) where state in ('failed', 'given_up', 'uncertain') and reported_at is null;
create index delivery_mail on delivery (mail_key);
