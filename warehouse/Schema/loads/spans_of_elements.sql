-- One row per district and year with claims about the elements in element_scope, with the span of their periods: a change of units touches
-- every claim there is, and a year of them at a time is enough to hold.
select district, min(period_start) as first_start, max(period_start) as last_start
from staged_cell
where element in (select element from element_scope) and not quoted
group by district, year(period_start) order by district, first_start;
