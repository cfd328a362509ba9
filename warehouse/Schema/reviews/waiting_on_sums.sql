-- One row per settled submission that waits because its figure of the district differs from what its units add up to, of a period for which
-- other units' tables have just been accepted or taken back: the cause may be gone.
select distinct waiting.submission_id
from submission_table waiting
join submission s on s.submission_id = waiting.submission_id and s.settled_at is not null
join finding f on f.table_id = waiting.table_id and f.code = 'sum_differs'
join submission_table moved
  on moved.district = waiting.district and moved.period_kind = waiting.period_kind and moved.period_start = waiting.period_start
 and moved.org_unit <> waiting.org_unit
where waiting.state = 'awaiting_explanation' and moved.table_id in (select table_id from load_scope)
order by waiting.submission_id;
