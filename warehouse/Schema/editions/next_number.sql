-- The next number of a report in a district (and unit) and year; what is held has none.
select (coalesce(max(number), 0) + 1)::integer from edition
where report = $report and district = $district and unit is not distinct from $unit::varchar and year(period_start) = $year;
