-- The warehouse in numbers: one row. A submission counts under its least settled table.
with submitted as (
  select s.submission_id,
         coalesce(min(case t.state when 'unclear' then '1 unclear' when 'returned' then '2 returned' when 'loaded' then '3 loaded'
                                   when 'superseded' then '4 superseded' when 'withdrawn' then '5 withdrawn' else '6 other' end), '2 returned') as state
  from submission s left join submission_table t on t.submission_id = s.submission_id
  group by s.submission_id
),
-- What was said of a reading that another took the place of is said no more.
said as (
  select f.severity from finding f where f.table_id is null or f.table_id not in (select r.table_id from review r where r.decision = 'reread')
)
select count(*)::integer as received, (count(*) filter (where state = '3 loaded'))::integer as loaded,
       (count(*) filter (where state = '2 returned'))::integer as returned, (count(*) filter (where state = '1 unclear'))::integer as unclear,
       (count(*) filter (where state = '4 superseded'))::integer as superseded, (count(*) filter (where state = '5 withdrawn'))::integer as withdrawn,
       (select count(*) from said where severity = 'error')::integer as errors,
       (select count(*) from said where severity = 'warning')::integer as warnings,
       (select count(*) from said where severity = 'info')::integer as infos,
       (select count(*) from fact_observation)::bigint as observations,
       (select count(*) from staged_cell)::bigint as cells
from submitted;
