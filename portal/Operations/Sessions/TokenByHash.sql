-- A token by its hash.
select token_id as TokenId, login as Login, name as Name, created_at as CreatedAt, expires_at as ExpiresAt, last_used_at as LastUsedAt, revoked_at as RevokedAt
from api_token
where token_hash = $hash;
