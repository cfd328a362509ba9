-- One row per issued workbook.
select report, district, period_kind, period_start, number, file_name from edition;
