-- The latest request to void a submission that came after its last other decision and was not dropped; at most one row.
with latest as (
  select v.submission_id, v.code, v.reason, v.requested_by, v.requested_at
  from void_request v
  where v.submission_id = $submission
    and v.requested_at >= (select coalesce(max(r.decided_at), timestamp '1970-01-01') from review r join submission_table t on t.table_id = r.table_id where t.submission_id = $submission)
  order by v.requested_at desc, v.rowid desc limit 1
)
select submission_id, code, reason, requested_by, requested_at from latest where code <> 'dropped';
