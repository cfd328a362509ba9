-- Notices of which it is not decided who gets them, oldest first.
select notice_key as Key, kind as Kind, district as District, org_unit as OrgUnit, subject as Subject, body as Body, created_at as CreatedAt
from notice
where delivery_seen_at is null
order by created_at, notice_key;
