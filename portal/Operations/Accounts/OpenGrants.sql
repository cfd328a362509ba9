-- Grants of accounts that are open, those that are over too.
select
  g.grant_id as GrantId, g.login as Login, g.role as Role, g.district as District, g.unit as Unit, g.post as Post, g.from_day as FromDay, g.to_day as ToDay,
  g.granted_by as GrantedBy, g.granted_at as GrantedAt, g.ended_by as EndedBy, g.ended_at as EndedAt, g.told_at as ToldAt
from account_grant g
join account a on a.login = g.login
where a.closed_at is null
order by g.grant_id;
