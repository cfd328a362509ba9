-- How it ended, or when it is tried again.
update delivery
set state = $state, code = $code, answer = $answer, next_attempt_at = $next, ended_at = case when $state = 'pending' then null else $at end
where mail_key = $mailKey and state = 'sending';
