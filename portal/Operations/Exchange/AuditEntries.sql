-- The latest entries, newest first.
select at as At, login as Login, verb as Verb, arguments as Arguments, reason as Reason, exit_code as ExitCode, message as Message, from_address as FromAddress
from audit
order by audit_id desc
limit $limit;
