-- One row per edition, held ones too, in order of making. Before editions had an end and a status they were monthly and issued.
select edition_id, report, district, unit, period_kind, period_start, coalesce(period_end, last_day(period_start)) as period_end, number, file_name, sha256,
       content_hash, coalesce(status, 'issued') as status, signed_from, as_of_load, issued_at, release_at, issued_by, reason
from edition order by edition_id;
