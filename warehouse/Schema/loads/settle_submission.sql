-- Marks a submission as answered.
update submission set settled_at = $now where submission_id = $submission;
