-- One row per table that waits for an answer, a reason or a review, the longest waiting first; its warnings, and those still without a reason.
select s.receipt, s.file_name, s.received_at, t.table_id, t.number, t.state, t.form, coalesce(t.district, '') as district, t.org_unit, t.period_start,
       (count(f.code) filter (where f.severity = 'warning'))::integer as warnings,
       (count(f.code) filter (where f.severity = 'warning' and f.explanation is null))::integer as unexplained,
       string_agg(distinct f.code, ',' order by f.code) filter (where f.severity <> 'info') as codes
from submission_table t
join submission s on s.submission_id = t.submission_id
left join finding f on f.table_id = t.table_id
where t.state in ('unclear', 'awaiting_explanation', 'awaiting_review')
group by all
order by s.received_at, t.table_id;
