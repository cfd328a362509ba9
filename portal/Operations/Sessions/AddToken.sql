-- One token for a program.
insert into api_token (token_hash, login, name, created_at, expires_at)
values ($hash, $login, $name, $at, $expiresAt)
returning token_id;
