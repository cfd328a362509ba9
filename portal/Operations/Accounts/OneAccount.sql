-- One account by its login.
select
  login as Login, name as Name, mail as Mail, password_hash as PasswordHash, password_set_at as PasswordSetAt, must_change as MustChange,
  locked_until as LockedUntil, last_seen_at as LastSeenAt, created_at as CreatedAt, created_by as CreatedBy, closed_at as ClosedAt, closed_because as ClosedBecause
from account
where login = $login;
