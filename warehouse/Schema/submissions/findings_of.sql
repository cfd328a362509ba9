-- One row per finding of a submission, in the order shown.
select table_id, code, severity, line, column_words, sheet, cell, found, expected, difference, message, message_en, explanation
from finding where submission_id = $submission order by number;
