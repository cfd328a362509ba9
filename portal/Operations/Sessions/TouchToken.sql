-- A program has asked with it.
update api_token set last_used_at = $at where token_id = $tokenId;
