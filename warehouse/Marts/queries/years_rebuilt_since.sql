-- One row per year of a span whose annual fact stood at a load and was rebuilt after it: what the fact says now was not known then.
with rebuilt as (
  select distinct year from fact_indicator_year where district = $district and year between $firstYear and $lastYear and load_id > $asOf
),
-- A year without a value had no annual fact yet, whatever was owed in it.
valued as (
  select distinct year(period_start)::integer as year
  from fact_observation
  where district = $district and period_start between make_date($firstYear, 1, 1) and make_date($lastYear, 12, 31) and load_id <= $asOf
  union
  select distinct year(period_start)::integer
  from fact_observation_history
  where district = $district and period_start between make_date($firstYear, 1, 1) and make_date($lastYear, 12, 31) and load_id <= $asOf
),
-- Of a year whose last value was taken back since, nothing stands in the annual fact any more.
emptied as (
  select distinct year(period_start)::integer as year
  from fact_observation_history
  where district = $district and period_start between make_date($firstYear, 1, 1) and make_date($lastYear, 12, 31)
    and load_id <= $asOf and known_to_load > $asOf
    and year(period_start) not in (select year from fact_indicator_year where district = $district and year between $firstYear and $lastYear)
)
select r.year from rebuilt r join valued v on v.year = r.year
union
select e.year from emptied e
order by year;
