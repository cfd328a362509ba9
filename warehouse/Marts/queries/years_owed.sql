-- One row per year of a span in which something was owed in a district by a day, as known at a load.
select distinct year(period_start)::integer as year
from submission_due
where district = $district and year(period_start) between $firstYear and $lastYear and period_end <= $today
  and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
order by year;
