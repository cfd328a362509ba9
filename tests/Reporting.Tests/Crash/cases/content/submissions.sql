-- One row per received file; its number and times left out.
select file_name, sha256, size, channel, channel_unit, arrival, sent_by, settled_at is not null as settled
from submission;
