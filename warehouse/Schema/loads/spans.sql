-- One row per district that the tables in load_scope make claims about, with the span of their periods.
select district, min(period_start) as first_start, max(period_start) as last_start
from staged_cell
where table_id in (select table_id from load_scope) and not quoted
group by district order by district;
