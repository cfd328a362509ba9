-- A table that a re-reading accepts for the first time stands before all that were received after it; those behind move up.
create or replace temp table reread_place as
with newcomer as (
  select t.table_id, t.submission_id, t.number
  from submission_table t
  where t.state = 'loaded' and t.accepted_order is null and t.table_id in (select table_id from reread_scope)
),
before as (
  select n.table_id, n.submission_id, n.number, min(later.accepted_order) as accepted_order
  from newcomer n
  left join submission_table later
    on later.submission_id > n.submission_id and later.accepted_order is not null and later.state in ('loaded', 'superseded')
  group by n.table_id, n.submission_id, n.number
),
placed as (
  select table_id, coalesce(accepted_order, 9223372036854775807) as place, 0 as is_there, submission_id, number from before
  union all
  select table_id, accepted_order, 1, 0, 0 from submission_table where accepted_order is not null
)
select table_id, row_number() over (order by place, is_there, submission_id, number, table_id) as accepted_order from placed;
update submission_table
set accepted_order = p.accepted_order
from reread_place p
where submission_table.table_id = p.table_id and submission_table.accepted_order is distinct from p.accepted_order
  and exists (select 1 from reread_scope r join submission_table t on t.table_id = r.table_id where t.state = 'loaded' and t.accepted_order is null);
