-- Somebody's own query is kept no longer.
delete from saved_query where query_id = $id and login = $login;
