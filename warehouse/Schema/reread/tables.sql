-- One row per table of the named submissions (comma-separated) as it is read now, in the order of the files.
select t.table_id, t.submission_id, t.number, t.sheet, t.range, t.title, t.form, t.form_version, t.district, t.org_unit, t.period_kind, t.period_start,
       t.score, t.state, t.load_id, t.period_end, coalesce(t.nil, false) as nil
from submission_table t
where t.submission_id in (select unnest(string_split($submissions, ','))::bigint)
  and not exists (select 1 from review r where r.table_id = t.table_id and r.decision = 'reread')
order by t.submission_id, t.number;
