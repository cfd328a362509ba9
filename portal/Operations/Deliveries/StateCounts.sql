-- How many deliveries stand in each state.
select state as State, count(*) as Number from delivery group by state order by state;
