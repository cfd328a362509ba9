-- One row per decision known at a load about a table of a district and year, accepted or not: returned, loaded, withdrawn, voided, with its reason.
select s.receipt, s.file_name, t.number, t.form, t.org_unit, t.period_start, r.decision, r.reason, r.decided_by, r.decided_at, r.load_id
from review r
join submission_table t on t.table_id = r.table_id
join submission s on s.submission_id = t.submission_id
where t.district = $district and year(t.period_start) = $year and coalesce(r.load_id, 0) <= $asOf
order by s.submission_id, t.number, t.table_id, r.decided_at, r.decision;
