-- All notices, oldest first.
select notice_key as Key, kind as Kind, district as District, org_unit as OrgUnit, subject as Subject, body as Body, created_at as CreatedAt
from notice
order by created_at, notice_key;
