-- The latest month of a year for which a monthly form was owed, as known at a load; one row, null where there is none.
select max(month(period_end))::integer as month
from submission_due
where district = $district and period_kind = 'month' and year(period_end) = $year
  and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf);
