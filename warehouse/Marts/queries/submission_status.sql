-- One row per due: what was owed by each unit for each form and period, and what had come by a moment, as known at a load.
-- The state of a table at that moment is the last decision about it by then; of two at one instant the one written later. A reading that
-- another took the place of by then is left out.
with due as (
  select district, org_unit, form, period_start, due_date
  from submission_due
  where district = $district and period_start between $from and $to and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
),
decided as (
  select r.table_id, arg_max(r.decision, (r.decided_at, r.rowid)) as decision, max(r.decided_at) as decided_at
  from review r where r.decided_at <= $moment
  group by r.table_id
),
came as (
  select t.org_unit, t.form, t.period_start, min(s.received_at) as first_received_at,
         max(d.decided_at) filter (where d.decision = 'loaded') as loaded_at, count(distinct s.submission_id)::integer as attempts,
         (count(distinct s.submission_id) filter (where d.decision = 'returned'))::integer as returned,
         bool_or(d.decision = 'loaded') as is_loaded, arg_max(d.decision, s.submission_id) as latest, max(t.table_id) filter (where d.decision = 'loaded') as loaded_table
  from submission_table t
  join submission s on s.submission_id = t.submission_id and s.received_at <= $moment
  join decided d on d.table_id = t.table_id and d.decision <> 'reread'
  where t.district = $district and t.period_start between $from and $to
  group by t.org_unit, t.form, t.period_start
),
warned as (select table_id, count(*)::integer as warnings from finding where severity = 'warning' group by table_id)
select due.district, due.org_unit, due.form, due.period_start, due.due_date,
       case
         when came.is_loaded then 'reported'
         when came.latest in ('returned', 'unclear', 'withdrawn', 'voided', 'set_aside') then came.latest
         when due.due_date >= $today then 'not_due'
         else 'missing'
       end as state,
       came.first_received_at, came.loaded_at,
       coalesce((came.first_received_at at time zone 'UTC' at time zone 'Asia/Shanghai')::date > due.due_date, false) as late,
       coalesce(came.attempts, 0) as attempts, coalesce(came.returned, 0) as returned, coalesce(warned.warnings, 0) as warnings
from due
left join came on came.org_unit = due.org_unit and came.form = due.form and came.period_start = due.period_start
left join warned on warned.table_id = came.loaded_table
order by due.form, due.org_unit, due.period_start;
