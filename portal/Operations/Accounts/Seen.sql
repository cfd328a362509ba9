-- Somebody is there, by a session or a token.
update account set last_seen_at = $at where login = $login;
