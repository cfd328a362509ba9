-- Another password, by its owner or for once by somebody else; what was wrong before is forgotten.
update account
set password_hash = $hash, password_set_at = $at, must_change = $mustChange, wrong_attempts = 0, locked_until = null
where login = $login and ($known is null or password_hash = $known);
