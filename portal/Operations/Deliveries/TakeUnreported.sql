-- What did not arrive goes into this run's report, but for a report itself: one that cannot be mailed stays where it lies.
update delivery set report = $report
where state in ('failed', 'given_up', 'uncertain') and report is null and reported_at is null and not (kind = 'notice' and thing like 'delivery_failed:%');
