-- Editions of one report, district and period, newest first.
select edition_id, report, district, period_kind, period_start, number, file_name, sha256, as_of_load, issued_at
from edition
where report = $report and district = $district and period_kind = $kind and period_start = $start
order by edition_id desc;
