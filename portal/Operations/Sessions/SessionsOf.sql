-- Where somebody is signed in, the latest first.
select id_hash as IdHash, login as Login, begun_at as BegunAt, seen_at as SeenAt, ends_at as EndsAt, from_address as FromAddress, agent as Agent
from session
where login = $login and ends_at > $now and seen_at > $idleSince
order by seen_at desc, id_hash;
