-- One role of somebody.
insert into account_grant (login, role, district, unit, post, from_day, to_day, granted_by, granted_at)
values ($login, $role, $district, $unit, $post, $fromDay, $toDay, $by, $at)
returning grant_id;
