-- One row per notice not yet carried out, oldest first.
select notice_key, kind, district, org_unit, submission_id, subject, body, created_at
from notice_outbox where copied_at is null order by created_at, notice_key;
