-- The next number of a report in a district and year.
select (coalesce(max(number), 0) + 1)::integer from edition where report = $report and district = $district and year(period_start) = $year;
