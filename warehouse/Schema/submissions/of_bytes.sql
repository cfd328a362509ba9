-- The submission with this receipt number; at most one row.
select submission_id, receipt, file_name, sha256, size, channel, channel_unit, arrival, sent_by, received_at, coalesce(round, 0) as round
from submission where sha256 = $sha256;
