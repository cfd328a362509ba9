-- Years in which a current value changed: the slices to rebuild.
select distinct year(period_start)::integer as year from changed order by year;
