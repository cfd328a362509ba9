-- One row per district and year with values, dues or figures (every indicator stands on terms): the slices of the annual fact.
select distinct district, year(period_start)::integer as year from fact_observation
union
select distinct district, year(period_start)::integer from submission_due where known_to_load is null
union
select distinct district, year from fact_term_year
order by district, year;
