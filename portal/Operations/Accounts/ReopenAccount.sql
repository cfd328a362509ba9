-- Open again, with a password for once.
update account
set closed_at = null, closed_because = null, password_hash = $hash, password_set_at = $at, must_change = 1, wrong_attempts = 0, locked_until = null, last_seen_at = null
where login = $login and closed_at is not null;
