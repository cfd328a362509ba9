-- One row per district and year with values: the slices of the annual fact.
select distinct district, year(period_start)::integer as year from fact_observation order by district, year;
