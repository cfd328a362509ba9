-- One row per finding of a submission, in the order shown.
select s.file_name, s.sha256, t.number as table_number, f.number, f.code, f.severity, f.line, f.column_words, f.sheet, f.cell, f.found, f.expected, f.difference
from finding f
join submission s on s.submission_id = f.submission_id
left join submission_table t on t.table_id = f.table_id;
