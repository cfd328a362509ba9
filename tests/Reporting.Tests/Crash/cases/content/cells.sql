-- One row per claim.
select s.file_name, s.sha256, t.number, c.cell_address, c.text, c.line_number, c.column_id, c.district, c.org_unit, c.reporter, c.element,
       c.element_version, c.period_kind, c.period_start, c.period_end, c.basis, c.breakdown, c.value, c.bound, c.state, c.quoted
from staged_cell c
join submission_table t on t.table_id = c.table_id
join submission s on s.submission_id = t.submission_id;
