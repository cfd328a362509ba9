-- A person has decided that all of the mail goes once more.
update delivery
set state = 'pending', attempts = 0, next_attempt_at = null, ended_at = null, report = null, reported_at = null
where mail_key = $mailKey and state in ('failed', 'given_up', 'uncertain');
