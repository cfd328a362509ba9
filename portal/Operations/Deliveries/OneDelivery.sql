-- One delivery by its number.
select
  d.delivery_id as DeliveryId, d.kind as Kind, d.thing as Thing, d.channel as Channel, d.recipient as Recipient, d.name as Name, d.title as Title,
  d.body as Body, n.body as Notice, d.mail_key as MailKey, d.state as State, d.attempts as Attempts, d.recorded_at as RecordedAt,
  d.next_attempt_at as NextAttemptAt, d.sending_at as SendingAt, d.ended_at as EndedAt, d.message_id as MessageId, d.code as Code, d.answer as Answer
from delivery d
left join notice n on d.kind = 'notice' and n.notice_key = d.thing
where d.delivery_id = $deliveryId;
