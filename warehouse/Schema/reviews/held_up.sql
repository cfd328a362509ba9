-- One row per settled submission of which a form's period waits because it is locked; of one unit, or of all where none is named.
select distinct t.submission_id
from submission_table t
join submission s on s.submission_id = t.submission_id and s.settled_at is not null
join finding f on f.table_id = t.table_id and f.code = 'period_locked'
where t.state in ('awaiting_explanation', 'awaiting_review') and t.district = $district and t.form = $form and t.period_start = $periodStart
  and ($orgUnit::varchar is null or t.org_unit = $orgUnit)
order by t.submission_id;
