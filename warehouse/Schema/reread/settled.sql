-- One row per settled submission of a scope, in order of receipt, with its sender's answers and the last load known when it was checked;
-- where that was not written down, the last load before it was settled. What was taken back is not read again.
with moment as (select committed_at, max(load_id) as load_id from load group by committed_at)
select s.submission_id, s.receipt, s.file_name, s.sha256, s.size, s.channel, s.channel_unit, s.arrival, s.sent_by, s.received_at, s.settled_at,
       coalesce(s.checked_load, m.load_id, 0) as known_load, a.form as named_form, a.org_unit as named_unit, a.period as named_period
from submission s
asof left join moment m on s.settled_at > m.committed_at
left join submission_answer a on a.submission_id = s.submission_id
where s.settled_at is not null
  and ($receipt::varchar is null or s.receipt = $receipt)
  and not exists (
    select 1 from submission_table t
    where t.submission_id = s.submission_id and t.state in ('withdrawn', 'voided'))
  and ($district::varchar is null or s.channel_unit is null
    or s.channel_unit in (select u.org_unit from dim_org_unit u where u.district = $district)
    or exists (select 1 from submission_table t where t.submission_id = s.submission_id and t.district = $district))
  and ($unit::varchar is null or s.channel_unit is null or s.channel_unit = $unit
    or exists (select 1 from submission_table t where t.submission_id = s.submission_id and (t.org_unit is null or t.org_unit = $unit)))
order by s.submission_id;
