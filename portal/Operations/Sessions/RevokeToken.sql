-- Somebody's token ends; none of somebody else's.
update api_token set revoked_at = $at where token_id = $tokenId and login = $login and revoked_at is null;
