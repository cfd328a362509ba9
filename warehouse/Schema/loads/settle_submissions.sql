-- Marks the submissions in submission_scope as answered.
update submission set settled_at = $now where submission_id in (select submission_id from submission_scope);
