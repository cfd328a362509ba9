-- One row per decision about a table.
select s.file_name, s.sha256, t.number, r.decision, r.reason, r.decided_by
from review r
join submission_table t on t.table_id = r.table_id
join submission s on s.submission_id = t.submission_id;
