-- One row per submission up to one, in order: what its receipt says.
select submission_id, receipt, file_name, sha256, size, channel, channel_unit, arrival, sent_by, received_at, coalesce(round, 0) as round
from submission where submission_id <= $id order by submission_id;
