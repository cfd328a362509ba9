-- One row per table of the newest submissions that speak of some units (comma-separated), came through their channels, or of nobody known yet
-- were sent by a login
-- (one row for a file without a table), with its findings counted; of one form and of periods that begin in a span, where these are named.
with asked as (
  select distinct s.submission_id
  from submission s
  left join submission_table t on t.submission_id = s.submission_id
  where (($by::varchar is not null and lower(s.sent_by) = lower($by::varchar) and coalesce(t.org_unit, s.channel_unit) is null)
      or coalesce(t.org_unit, s.channel_unit) in (select unnest(string_split($units, ','))))
    and ($form::varchar is null or t.form = $form) and ($from::date is null or t.period_start between $from::date and $to::date)
  order by s.submission_id desc
  limit $most
)
select s.submission_id, s.receipt, s.file_name, s.sha256, s.channel_unit, s.received_at, s.settled_at, t.table_id, t.form, t.district, t.org_unit,
       t.period_kind, t.period_start, t.state,
       (count(f.code) filter (where f.severity = 'error'))::integer as errors, (count(f.code) filter (where f.severity = 'warning'))::integer as warnings
from asked
join submission s on s.submission_id = asked.submission_id
left join submission_table t on t.submission_id = s.submission_id and t.table_id not in (select r.table_id from review r where r.decision = 'reread')
left join finding f on f.submission_id = s.submission_id and (f.table_id = t.table_id or f.table_id is null)
group by all
order by s.submission_id desc, t.table_id;
