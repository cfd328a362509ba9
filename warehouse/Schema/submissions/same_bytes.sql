-- One row per submission of the bytes in bytes_scope, newest first, and whether they stand: while the submission is unanswered or one of
-- its tables is neither returned, withdrawn, voided, superseded nor set aside; and whether something of it waits for a reason or a review.
select s.submission_id, s.receipt, s.file_name, s.sha256, s.size, s.channel, s.channel_unit, s.arrival, s.sent_by, s.received_at,
       s.settled_at is null or exists (
         select 1 from submission_table t
         where t.submission_id = s.submission_id
           and t.state in ('received', 'unclear', 'awaiting_explanation', 'awaiting_review', 'loaded')) as stands,
       s.settled_at is not null and exists (
         select 1 from submission_table t
         where t.submission_id = s.submission_id and t.state in ('awaiting_explanation', 'awaiting_review')) as waits
from submission s
where s.sha256 in (select sha256 from bytes_scope)
order by s.submission_id desc;
