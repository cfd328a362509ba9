-- One delivery by its number.
select
  delivery_id as DeliveryId, kind as Kind, thing as Thing, channel as Channel, recipient as Recipient, name as Name, title as Title, body as Body,
  mail_key as MailKey, state as State, attempts as Attempts, recorded_at as RecordedAt, next_attempt_at as NextAttemptAt, sending_at as SendingAt,
  ended_at as EndedAt, message_id as MessageId, code as Code, answer as Answer
from delivery
where delivery_id = $deliveryId;
