-- Until when a login that there is not is locked; no row: it is not.
select locked_until from stranger where login_hash = $hash and locked_until > $now;
