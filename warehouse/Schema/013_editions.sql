-- What an edition is known by, who signed it and when readers may see it: rows are added, never changed. Null in the rows of before, which are issued.
-- Of a report about one unit its code.
alter table edition add column unit varchar;

alter table edition add column period_end date;

-- SHA-256 over the parts of the package, in order of name: two packings of the same parts are one content.
alter table edition add column content_hash varchar;

-- held: made and waiting for signatures, marked 未签发, without a number; issued: signed and numbered.
alter table edition add column status varchar;

-- The held edition that was signed and so became this one.
alter table edition add column signed_from bigint;

-- Until then only reviewers see it; null: from its issue on.
alter table edition add column release_at timestamp;

alter table edition add column issued_by varchar;

alter table edition add column reason varchar;

-- One row per 签字 on a held edition.
create table edition_signature (
  edition_id bigint not null,
  login varchar not null,
  signed_at timestamp not null,
  remark varchar not null
);
