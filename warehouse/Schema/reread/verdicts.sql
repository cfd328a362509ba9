-- One row per table of the named submissions (comma-separated): the verdict it was first given, whatever people decided afterwards.
select r.table_id, arg_min(r.decision, (r.decided_at, r.rowid)) as verdict
from review r
where r.table_id in (
  select t.table_id from submission_table t where t.submission_id in (select unnest(string_split($submissions, ','))::bigint))
group by r.table_id;
