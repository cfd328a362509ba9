-- One row per district with claims about the elements in element_scope, with the span of their periods.
select district, min(period_start) as first_start, max(period_start) as last_start
from staged_cell
where element in (select element from element_scope) and not quoted
group by district order by district;
