-- The next submission id; there is one writer.
select coalesce(max(submission_id), 0) + 1 from submission;
