-- The latest entries, newest first; of one login, verb and span of time where that is asked for.
select at as At, login as Login, verb as Verb, arguments as Arguments, reason as Reason, exit_code as ExitCode, message as Message, from_address as FromAddress
from audit
where ($login is null or login = $login) and ($verb is null or verb = $verb) and ($from is null or at >= $from) and ($until is null or at < $until)
order by audit_id desc
limit $limit offset $skip;
