-- One row per edition of one report, district, unit and period, held ones too, newest first.
select edition_id, report, district, unit, period_kind, period_start, coalesce(period_end, last_day(period_start)) as period_end, number, file_name, sha256,
       content_hash, coalesce(status, 'issued') as status, signed_from, as_of_load, issued_at, release_at, issued_by, reason
from edition
where report = $report and district = $district and unit is not distinct from $unit::varchar and period_kind = $kind and period_start = $start
order by edition_id desc;
