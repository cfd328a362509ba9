-- One row per table of a district and year that had been accepted by a load, with its file; superseded ones too, for values were taken from them.
select t.table_id, s.submission_id, s.receipt, s.file_name, s.sha256, s.size, s.sent_by, s.received_at, t.number, t.sheet, t.range, t.form, t.form_version, t.org_unit,
       t.period_kind, t.period_start, t.load_id, coalesce(t.nil, false) as nil
from submission_table t
join submission s on s.submission_id = t.submission_id
where t.district = $district
  and (year(t.period_start) = $year
    or t.period_start is null and exists (select 1 from staged_cell c where c.table_id = t.table_id and year(c.period_start) = $year))
  and exists (select 1 from review r where r.table_id = t.table_id and r.decision = 'loaded' and coalesce(r.load_id, 0) <= $asOf)
order by s.submission_id, t.number, t.table_id;
