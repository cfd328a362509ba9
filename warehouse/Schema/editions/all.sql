-- One row per issued edition, in order of issue.
select edition_id, report, district, period_kind, period_start, number, file_name, sha256, as_of_load, issued_at
from edition order by edition_id;
