-- The latest first; only what did not arrive, only one recipient's, where it is asked for.
select
  d.delivery_id as DeliveryId, d.kind as Kind, d.thing as Thing, d.channel as Channel, d.recipient as Recipient, d.name as Name, d.title as Title,
  d.body as Body, n.body as Notice, d.mail_key as MailKey, d.state as State, d.attempts as Attempts, d.recorded_at as RecordedAt,
  d.next_attempt_at as NextAttemptAt, d.sending_at as SendingAt, d.ended_at as EndedAt, d.message_id as MessageId, d.code as Code, d.answer as Answer
from delivery d
left join notice n on d.kind = 'notice' and n.notice_key = d.thing
where (not $failed or d.state in ('failed', 'given_up', 'uncertain')) and ($recipient is null or d.recipient = $recipient)
order by d.delivery_id desc
limit $limit;
