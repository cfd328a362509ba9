-- One row per superseded value, with the sheet and cell it came from in place of its ids.
select f.district, f.org_unit, f.reporter, f.element, f.period_kind, f.period_start, f.period_end, f.basis, f.breakdown, f.role,
       f.value, f.bound, f.state, f.element_version, s.file_name, s.sha256, t.number, f.cell_address
from fact_observation_history f
left join submission_table t on t.table_id = f.table_id
left join submission s on s.submission_id = t.submission_id;
