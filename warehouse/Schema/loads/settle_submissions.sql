-- Marks the submissions in submission_scope as answered, with the last load that was known when they were checked.
update submission set settled_at = $now, checked_load = $known where submission_id in (select submission_id from submission_scope);
