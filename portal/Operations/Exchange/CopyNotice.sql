-- One notice from the warehouse's outbox; a second copy changes nothing.
insert into notice (notice_key, kind, district, org_unit, subject, body, created_at)
values ($Key, $Kind, $District, $OrgUnit, $Subject, $Body, $CreatedAt)
on conflict (notice_key) do nothing;
