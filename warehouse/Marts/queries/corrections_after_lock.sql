-- One row per unit that sent sheets which were accepted for a period after it was locked, in the place of one that counted already.
-- What came before what is told by loads: a clock that was read before the work cannot say it.
-- A sheet that comes after the lock and is the first to count is late, and no correction; a file read again is no sheet of its own.
with locked as (
  select form, period_start, org_unit, min(known_from_load) as locked_by
  from period_lock
  where district = $district and period_start between $from and $to and open_until is null and known_from_load <= $asOf
  group by form, period_start, org_unit
),
accepted as (
  select t.form, t.org_unit, t.period_start, t.submission_id, min(r.load_id) as accepted_by
  from submission_table t
  join review r on r.table_id = t.table_id and r.decision = 'loaded' and r.load_id <= $asOf
  where t.district = $district and t.period_start between $from and $to
  group by t.form, t.org_unit, t.period_start, t.submission_id
),
corrected as (
  select distinct later.form, later.org_unit, later.period_start, later.submission_id
  from accepted later
  join accepted earlier on earlier.form = later.form and earlier.org_unit = later.org_unit and earlier.period_start = later.period_start
    and earlier.accepted_by < later.accepted_by
  join locked on locked.form = later.form and locked.period_start = later.period_start and (locked.org_unit is null or locked.org_unit = later.org_unit)
  where later.accepted_by > locked.locked_by
)
select org_unit, count(*)::integer as times
from corrected
group by org_unit
order by org_unit;
