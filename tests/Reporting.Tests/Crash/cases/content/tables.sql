-- One row per table of a submission with its state.
select s.file_name, s.sha256, t.number, t.sheet, t.range, t.title, t.form, t.form_version, t.district, t.org_unit, t.period_kind, t.period_start,
       t.score, t.state, t.load_id is not null as has_load, t.accepted_order is not null as accepted
from submission_table t
join submission s on s.submission_id = t.submission_id;
