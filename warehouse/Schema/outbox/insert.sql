-- One notice; a key is written once.
insert into notice_outbox (notice_key, kind, district, org_unit, submission_id, subject, body, created_at)
select $key, $kind, $district, $unit, $submission, $subject, $body, $createdAt
where not exists (select 1 from notice_outbox where notice_key = $key);
