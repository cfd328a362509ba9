-- The submission that this arrival or these bytes from this unit already are, newest first; at most a few rows.
-- Bytes stand while their submission is unanswered or one of its tables is neither returned, withdrawn, voided, superseded nor set aside.
select s.submission_id, s.receipt, s.file_name, s.sha256, s.size, s.channel, s.channel_unit, s.arrival, s.sent_by, s.received_at
from submission s
where s.sha256 = $sha256
  and ((s.channel = $channel and s.arrival = $arrival)
    or (s.channel_unit is not distinct from $unit
      and (s.settled_at is null or exists (
        select 1 from submission_table t
        where t.submission_id = s.submission_id
          and t.state in ('received', 'unclear', 'awaiting_explanation', 'awaiting_review', 'loaded')))))
order by s.submission_id desc;
