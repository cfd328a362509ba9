-- The start of the latest month with a value; one row, null where there is none.
select max(period_start) as period_start
from observation_as_of($district, date '1900-01-01', date '9999-12-31', $asOf)
where state = 'reported' and period_kind = 'month';
