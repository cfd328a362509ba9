-- Told since now: every role that reaches beyond one unit, not only those of the system. What was granted before is not told again.
update account_grant set told_at = granted_at where told_at is null and role in ('reviewer', 'leader', 'assessor');
