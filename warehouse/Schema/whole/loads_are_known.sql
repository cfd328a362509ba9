-- Values under a load that was never committed: must not exist.
select org_unit, element, period_start, load_id from fact_observation where district = $district and load_id not in (select load_id from load)
union all
select org_unit, element, period_start, load_id from fact_observation_history
where district = $district and (load_id not in (select load_id from load) or known_to_load not in (select load_id from load))
order by org_unit, element, period_start, load_id;
