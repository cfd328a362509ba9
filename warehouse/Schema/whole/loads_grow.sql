-- Loads that seem to be committed before an earlier one, or twice: must not exist. The same for every district.
with ordered as (select load_id, committed_at, lag(load_id) over (order by load_id) as before, lag(committed_at) over (order by load_id) as committed_before from load)
select load_id, committed_at, committed_before from ordered
where (before = load_id or committed_at < committed_before) and $district is not null
order by load_id;
