-- What somebody keeps, the last saved first.
select query_id as QueryId, login as Login, name as Name, address as Address, saved_at as SavedAt
from saved_query
where login = $login
order by query_id desc;
