-- One row per unit, form, period, code and severity: what the checks found in the sheets of a span that were accepted or sent back by a moment, as known at a load.
-- What still waits for an answer, a reason or a review is read again with it and then speaks anew; remarks (info) ask for nothing. $known as in submission_status.
with decided as (
  select r.table_id, arg_max(r.decision, (r.decided_at, r.rowid)) as decision
  from review r where r.decided_at <= $moment and coalesce(r.load_id, 0) <= $known
  group by r.table_id
)
select t.org_unit, t.form, t.period_start, f.code, f.severity, count(*)::integer as times, count(distinct t.table_id)::integer as tables
from submission_table t
join decided d on d.table_id = t.table_id and d.decision in ('loaded', 'returned')
join finding f on f.table_id = t.table_id and f.severity <> 'info'
where t.district = $district and t.period_start between $from and $to and t.org_unit is not null and t.form is not null
group by t.org_unit, t.form, t.period_start, f.code, f.severity
order by t.org_unit, t.form, t.period_start, f.code, f.severity;
