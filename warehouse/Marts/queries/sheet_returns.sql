-- One row per sheet that was sent back and code of the errors found in it (one row without a code where a person sent it back for another reason):
-- as known at a load, by a moment after it and before the next load. The state of a table at that moment is the last decision about it by then,
-- so what was read again since, or taken back, is not told as returned. Of files in which no table was found no period can be said: they are not here.
with decision as (
  select r.table_id, r.decision, r.reason, r.decided_at, row_number() over (partition by r.table_id order by r.decided_at desc, r.rowid desc) as place
  from review r
  where r.decided_at <= $moment and coalesce(r.load_id, 0) <= $known
)
select t.table_id, t.org_unit, t.form, t.period_start, s.receipt, s.received_at, d.decided_at as returned_at, d.reason, f.code, count(f.code)::integer as times
from submission_table t
join submission s on s.submission_id = t.submission_id
join decision d on d.table_id = t.table_id and d.place = 1 and d.decision = 'returned'
left join finding f on f.table_id = t.table_id and f.severity = 'error'
where t.district = $district and t.period_start between $from and $to and t.org_unit is not null and t.form is not null
group by t.table_id, t.org_unit, t.form, t.period_start, s.receipt, s.received_at, d.decided_at, d.reason, f.code
order by t.period_start, t.org_unit, t.form, s.receipt, t.table_id, f.code;
