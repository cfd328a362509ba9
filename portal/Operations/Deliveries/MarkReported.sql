-- Operations have been told.
update delivery set reported_at = $at where report = $report and reported_at is null;
