-- One row per table of some submissions (receipts, comma-separated): who sent it and who accepted it as known at a load. A table that nobody had to look at has no reviewer.
with accepted as (
  select table_id, arg_max(decided_by, decided_at) as reviewed_by, max(decided_at) as reviewed_at
  from review where decision = 'loaded' and load_id <= $asOf group by table_id
)
select s.receipt, t.sheet, s.sent_by, s.received_at, a.reviewed_by, a.reviewed_at
from submission s
join submission_table t on t.submission_id = s.submission_id
left join accepted a on a.table_id = t.table_id
where s.receipt in (select unnest(string_split($receipts, ',')))
order by s.receipt, t.number;
