-- The intent: all of one mail that waits, or none where somebody has it.
update delivery
set state = 'sending', attempts = attempts + 1, sending_at = $at, message_id = $messageId, next_attempt_at = null
where mail_key = $mailKey and state = 'pending';
