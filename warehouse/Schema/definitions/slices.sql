-- One row per district and year with values or figures (every indicator stands on terms): the slices of the annual fact to rebuild.
-- A year in which something is owed and nothing has ever come is laid out when it is asked for.
select distinct district, year(period_start)::integer as year from fact_observation
union
select distinct district, year from fact_term_year
order by district, year;
