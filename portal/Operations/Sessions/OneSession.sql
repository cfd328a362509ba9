-- A session by the hash of its id.
select id_hash as IdHash, login as Login, begun_at as BegunAt, seen_at as SeenAt, ends_at as EndsAt, from_address as FromAddress, agent as Agent
from session
where id_hash = $idHash;
