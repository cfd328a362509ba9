-- What was said of the files in submission_scope as a whole gives way to what is said now.
delete from finding where table_id is null and submission_id in (select submission_id from submission_scope);
