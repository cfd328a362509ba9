-- One row per table that waits for an answer, a reason or a review, the longest waiting first; its warnings, and those still without a reason.
-- Of one district, or of all where none is named; a table of no known district is its receipt's.
with waits as (
  select t.table_id, t.submission_id, t.number, t.state, t.form, coalesce(t.district, '') as district, t.org_unit, t.period_start
  from submission_table t
  where t.state in ('unclear', 'awaiting_explanation', 'awaiting_review') and ($state::varchar is null or t.state = $state)
    and ($district::varchar is null or t.district is null or t.district = $district)
)
select s.receipt, s.file_name, s.received_at, t.table_id, t.number, t.state, t.form, t.district, t.org_unit, t.period_start,
       (count(f.code) filter (where f.severity = 'warning'))::integer as warnings,
       (count(f.code) filter (where f.severity = 'warning' and f.explanation is null))::integer as unexplained,
       string_agg(distinct f.code, ',' order by f.code) filter (where f.severity <> 'info') as codes
from waits t
join submission s on s.submission_id = t.submission_id and ($district::varchar is null or t.district = $district or s.receipt like $district || '-%')
left join finding f on f.submission_id = t.submission_id and f.table_id = t.table_id
group by all
order by s.received_at, t.table_id;
