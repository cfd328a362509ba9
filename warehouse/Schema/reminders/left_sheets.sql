-- One row per table of a district, or of a file that nobody could place, that stands returned or unclear and came since a moment; the latest last.
-- The unit is the table's own, else that of the channel it came through.
select coalesce(t.org_unit, s.channel_unit) as org_unit, t.form, t.period_start, t.state, s.receipt, s.file_name, s.received_at
from submission_table t
join submission s on s.submission_id = t.submission_id
where t.state in ('returned', 'unclear') and s.received_at >= $receivedAt
  and (t.district = $district or t.district is null and s.channel_unit in (select org_unit from dim_org_unit where district = $district))
order by s.submission_id, t.number;
