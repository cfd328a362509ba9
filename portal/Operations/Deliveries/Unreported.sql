-- What is to be told to operations, by the report that it belongs to.
select report as Report, delivery_id as DeliveryId, name as Name, recipient as Recipient, title as Title, state as State, attempts as Attempts, code as Code, answer as Answer
from delivery
where report is not null and reported_at is null and state in ('failed', 'given_up', 'uncertain')
order by report, delivery_id;
