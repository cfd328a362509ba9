-- One row per submission that somebody asked to void and nobody has voided, decided on otherwise or dropped the request since; the oldest first.
with decided as (
  select t.submission_id, max(r.decided_at) as at from review r join submission_table t on t.table_id = r.table_id group by t.submission_id
),
latest as (
  select v.submission_id, arg_max(v.code, (v.requested_at, v.rowid)) as code, arg_max(v.reason, (v.requested_at, v.rowid)) as reason,
         arg_max(v.requested_by, (v.requested_at, v.rowid)) as requested_by, max(v.requested_at) as requested_at
  from void_request v left join decided on decided.submission_id = v.submission_id
  where v.requested_at >= coalesce(decided.at, timestamp '1970-01-01')
  group by v.submission_id
)
select s.receipt, s.file_name, latest.code, latest.reason, latest.requested_by, latest.requested_at
from latest join submission s on s.submission_id = latest.submission_id
where latest.code <> 'dropped' and exists (select 1 from submission_table t where t.submission_id = s.submission_id and coalesce(t.district, substr(s.receipt, 1, 6)) = $district)
order by latest.requested_at, s.receipt;
