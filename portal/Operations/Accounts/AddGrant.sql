-- One role of somebody.
insert into account_grant (login, role, district, unit, post, from_day, to_day, granted_by, granted_at)
values ($Login, $Role, $District, $Unit, $Post, $FromDay, $ToDay, $By, $At)
returning grant_id;
