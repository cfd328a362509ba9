-- One issued workbook.
insert into edition (edition_id, report, district, period_kind, period_start, number, file_name, sha256, as_of_load, issued_at)
values ($id, $report, $district, $kind, $start, $number, $fileName, $sha256, $asOf, $issuedAt);
