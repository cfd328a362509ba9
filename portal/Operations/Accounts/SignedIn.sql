-- The password was right, and is the account's still; a hash that the framework wants made anew is replaced.
update account
set wrong_attempts = 0, locked_until = null, last_seen_at = $at, password_hash = coalesce($renewed, password_hash)
where login = $login and password_hash = $known;
