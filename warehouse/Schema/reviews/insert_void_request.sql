-- One request to void a submission.
insert into void_request (submission_id, code, reason, requested_by, requested_at) values ($submission, $code, $reason, $by, $now);
