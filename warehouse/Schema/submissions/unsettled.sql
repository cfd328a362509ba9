-- One row per submission that has been received and not answered, in order of receipt.
select submission_id, receipt, file_name, sha256, size, channel, channel_unit, arrival, sent_by, received_at, coalesce(round, 0) as round
from submission where settled_at is null order by submission_id;
