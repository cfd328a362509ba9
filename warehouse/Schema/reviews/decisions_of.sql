-- One row per decision on a table of a submission, in the order decided; the program's own verdicts are among them.
select t.table_id, t.number, r.decision, r.reason, r.decided_by, r.decided_at
from review r join submission_table t on t.table_id = r.table_id
where t.submission_id = $submission
order by r.decided_at, r.rowid;
