-- All of somebody's sessions, but for the one that is kept.
delete from session where login = $login and ($kept is null or id_hash <> $kept);
