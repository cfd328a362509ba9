-- One row per table of the named submissions (comma-separated): the verdict it was first given, whatever people decided afterwards, and what it rests on.
with verdict as (
  select r.table_id, arg_min(r.decision, (r.decided_at, r.rowid)) as verdict
  from review r
  where r.table_id in (
    select t.table_id from submission_table t where t.submission_id in (select unnest(string_split($submissions, ','))::bigint))
  group by r.table_id
)
select v.table_id, v.verdict, t.checked_load, t.checked_at
from verdict v join submission_table t on t.table_id = v.table_id;
