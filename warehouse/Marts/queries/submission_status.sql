-- One row per due: what was owed by each unit for each form and period, and what had come by a moment, as known at a load.
-- A decision counts from the load on that it was made in, or that came next: the clock of its writer may have stood before a load it did not see.
-- The state of a table at that moment is the last decision about it by then; of two at one instant the one written later. A reading that another took the place
-- of by then is left out, and so is a sheet set aside for a later one. A form that owes levels, of which nothing but a nil statement has come, has come in part.
with due as (
  select district, org_unit, form, period_start, period_end, due_date
  from submission_due
  where district = $district and period_start between $from and $to and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
),
decided as (
  select r.table_id, arg_max(r.decision, (r.decided_at, r.rowid)) as decision, max(r.decided_at) as decided_at, count(*) as decisions
  from review r where r.decided_at <= $moment and coalesce(r.load_id, 0) <= $known
  group by r.table_id
),
sheet as (
  select t.org_unit, t.form, t.period_start, t.table_id, t.submission_id, t.accepted_order, coalesce(t.nil, false) as nil, s.received_at,
         d.decision, d.decided_at, d.decision = 'loaded' as is_loaded, d.decision <> 'set_aside' or d.decisions = 1 as speaks
  from submission_table t
  join submission s on s.submission_id = t.submission_id
  join decided d on d.table_id = t.table_id and d.decision <> 'reread'
  where t.district = $district and t.period_start between $from and $to
),
-- What was taken back counts for nothing, the day of its receipt included, unless all was taken back. A day of acceptance is the district's;
-- the sender answers for the day on which the sheet came that was accepted first.
came as (
  select org_unit, form, period_start,
         coalesce(min(received_at) filter (where decision not in ('withdrawn', 'voided')), min(received_at)) as first_received_at,
         min(received_at) filter (where is_loaded) as accepted_received_at, max(decided_at) filter (where is_loaded) as loaded_at,
         count(distinct submission_id)::integer as attempts, (count(distinct submission_id) filter (where decision = 'returned'))::integer as returned,
         bool_and(nil) filter (where is_loaded) as only_nil, arg_max(table_id, accepted_order) filter (where is_loaded) as standing,
         arg_max(decision, (submission_id, table_id)) filter (where speaks) as latest,
         arg_max(table_id, (submission_id, table_id)) filter (where speaks) as latest_table,
         arg_max(decision, (submission_id, table_id)) filter (where decision in ('unclear', 'awaiting_explanation', 'awaiting_review')) as waiting
  from sheet
  group by org_unit, form, period_start
),
found as (
  select table_id, (count(*) filter (where severity = 'warning'))::integer as warnings, count(explanation)::integer as explained,
         bool_or(code = 'part_waiting') as lacks_parts, bool_or(code = 'nil_stocks_owed') as owes_stocks
  from finding where table_id in (select table_id from sheet)
  group by table_id
),
in_parts as (
  select distinct p.org_unit, p.form, p.period_start from sheet p join found on found.table_id = p.table_id where found.lacks_parts
),
-- Of a form that came in parts the lines that were taken back and nobody has stated since; then those owed that no sheet that counts has stated.
lacking as (
  select distinct s.org_unit, s.form, s.period_start
  from in_parts join sheet s using (org_unit, form, period_start)
  join staged_cell c on c.table_id = s.table_id and c.state <> 'blank'
  group by s.org_unit, s.form, s.period_start, c.line_number
  having bool_or(s.decision in ('withdrawn', 'voided')) and not bool_or(s.is_loaded)
),
to_come as (
  select distinct due.org_unit, due.form, due.period_start
  from in_parts join due using (org_unit, form, period_start)
  join line_owed_as_of($district, $asOf) line on line.org_unit = due.org_unit and line.form = due.form
   and due.period_end between line.valid_from and line.valid_to and due.period_start between line.applies_from and line.applies_until
  where not exists (
    select 1 from sheet s join staged_cell c on c.table_id = s.table_id and c.state <> 'blank'
    where s.is_loaded and s.org_unit = due.org_unit and s.form = due.form and s.period_start = due.period_start and c.line_number = line.line_number)
)
select due.district, due.org_unit, due.form, due.period_start, due.due_date, due.due_date < $today as past_due,
       case
         when came.standing is not null then case when came.only_nil and not coalesce(found.owes_stocks, false) then 'nil' when came.only_nil or found.lacks_parts and to_come.form is not null or lacking.form is not null then 'partly' else 'reported' end
         when came.latest is not null then came.latest
         when due.due_date >= $today then 'not_due'
         else 'missing'
       end as state,
       came.first_received_at, came.loaded_at,
       coalesce((came.first_received_at at time zone 'UTC' at time zone 'Asia/Shanghai')::date > due.due_date, false) as late,
       coalesce((came.accepted_received_at at time zone 'UTC' at time zone 'Asia/Shanghai')::date > due.due_date, false) as accepted_late,
       coalesce(came.attempts, 0) as attempts, coalesce(came.returned, 0) as returned, coalesce(found.warnings, 0) as warnings,
       coalesce(found.explained, 0) as explained, case when came.standing is not null then came.waiting end as waiting
from due
left join came on came.org_unit = due.org_unit and came.form = due.form and came.period_start = due.period_start
left join lacking on lacking.org_unit = due.org_unit and lacking.form = due.form and lacking.period_start = due.period_start
left join to_come on to_come.org_unit = due.org_unit and to_come.form = due.form and to_come.period_start = due.period_start
left join found on found.table_id = coalesce(came.standing, came.latest_table)
order by due.form, due.org_unit, due.period_start;
