-- Grants with what became of them, of one account where it is named.
select
  grant_id as GrantId, login as Login, role as Role, district as District, unit as Unit, post as Post, from_day as FromDay, to_day as ToDay,
  granted_by as GrantedBy, granted_at as GrantedAt, ended_by as EndedBy, ended_at as EndedAt, told_at as ToldAt
from account_grant
where $login is null or login = $login
order by grant_id;
