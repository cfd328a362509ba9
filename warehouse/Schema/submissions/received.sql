-- One row per table received in a span (one for a file without a table), newest first, with its findings counted.
select s.submission_id, s.receipt, s.file_name, s.sha256, s.channel_unit, s.received_at, s.settled_at, t.table_id, t.form, t.district, t.org_unit,
       t.period_kind, t.period_start, t.state,
       (count(f.code) filter (where f.severity = 'error'))::integer as errors, (count(f.code) filter (where f.severity = 'warning'))::integer as warnings
from submission s
left join submission_table t on t.submission_id = s.submission_id and t.table_id not in (select r.table_id from review r where r.decision = 'reread')
left join finding f on f.submission_id = s.submission_id and (f.table_id = t.table_id or f.table_id is null)
where s.received_at >= $from and s.received_at < $to
group by all
order by s.submission_id desc, t.table_id;
