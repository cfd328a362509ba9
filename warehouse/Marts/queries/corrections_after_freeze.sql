-- One row per frozen run, unit and period that the run speaks of, with the sheets of it that were accepted since: the run stands, a correcting one would take them in.
-- A file read again is no sheet of its own.
with accepted as (
  select t.district, t.org_unit, t.period_start, t.submission_id, min(r.load_id) as accepted_by
  from submission_table t
  join review r on r.table_id = t.table_id and r.decision = 'loaded' and r.load_id <= $asOf
  where t.district = $district and t.org_unit is not null and t.period_start is not null
  group by t.district, t.org_unit, t.period_start, t.submission_id
)
select frozen.run, frozen.year, accepted.org_unit, accepted.period_start, count(*)::integer as times
from assessment_run frozen
join accepted on accepted.district = frozen.district and year(accepted.period_start) = frozen.year and strftime(accepted.period_start, '%Y-%m') <= frozen.through
  and accepted.accepted_by > frozen.as_of_load
where frozen.known_from_load <= $asOf
group by frozen.run, frozen.year, accepted.org_unit, accepted.period_start
order by frozen.run, accepted.org_unit, accepted.period_start;
