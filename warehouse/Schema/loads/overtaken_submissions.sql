-- One row per submission with tables that later sheets have just overtaken.
select submission_id, receipt, file_name, sha256, size, channel, channel_unit, arrival, sent_by, received_at, coalesce(round, 0) as round
from submission where submission_id in (select submission_id from submission_table where table_id in (select table_id from overtaken))
order by submission_id;
