-- One row per district and year that the annual facts or the values speak of.
select district, year from fact_term_year
union
select district, year from fact_indicator_year
union
select distinct district, year(period_start)::integer from fact_observation
order by district, year;
