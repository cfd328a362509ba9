-- One row per finding of the named submissions (comma-separated), in the order shown.
select submission_id, table_id, code, severity, line, column_words, sheet, cell, found, expected, difference, message, message_en, explanation
from finding
where submission_id in (select unnest(string_split($submissions, ','))::bigint)
order by submission_id, number;
