-- The notices in notice_scope; a key is written once.
insert into notice_outbox (notice_key, kind, district, org_unit, submission_id, subject, body, created_at)
select notice_key, kind, district, org_unit, submission_id, subject, body, created_at
from notice_scope given
where not exists (select 1 from notice_outbox there where there.notice_key = given.notice_key);
