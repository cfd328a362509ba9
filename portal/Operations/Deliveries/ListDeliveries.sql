-- The latest first; only what did not arrive, only one recipient's, where it is asked for.
select
  delivery_id as DeliveryId, kind as Kind, thing as Thing, channel as Channel, recipient as Recipient, name as Name, title as Title, null as Body,
  mail_key as MailKey, state as State, attempts as Attempts, recorded_at as RecordedAt, next_attempt_at as NextAttemptAt, sending_at as SendingAt,
  ended_at as EndedAt, message_id as MessageId, code as Code, answer as Answer
from delivery
where (not $failed or state in ('failed', 'given_up', 'uncertain')) and ($recipient is null or recipient = $recipient)
order by delivery_id desc
limit $limit;
