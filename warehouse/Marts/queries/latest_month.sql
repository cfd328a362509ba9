-- The latest month-end of a year with a value of a part of it (a notice for the whole year says nothing of how far the year is); one row, null where there is none.
select max(month(period_end))::integer as month
from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $asOf)
where state = 'reported' and period_kind in ('month', 'quarter', 'half');
