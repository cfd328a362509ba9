-- All of somebody's tokens end.
update api_token set revoked_at = $at where login = $login and revoked_at is null;
