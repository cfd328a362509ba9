-- The last load by which anything moved that a district's year is laid out from (its values, definitions, dues), as known at a load: what was known
-- at that one is what is known up to here. One row, null where nothing has.
select max(load) from (
  select max(load_id) as load
  from fact_observation
  where district = $district and period_start between make_date($year, 1, 1) and make_date($year, 12, 31) and load_id <= $asOf
  union all
  select max(case when known_to_load <= $asOf then known_to_load else load_id end)
  from fact_observation_history
  where district = $district and period_start between make_date($year, 1, 1) and make_date($year, 12, 31) and load_id <= $asOf
  union all
  select max(case when known_to_load <= $asOf then known_to_load else known_from_load end)
  from submission_due
  where district = $district and period_start between make_date($year, 1, 1) and make_date($year, 12, 31) and known_from_load <= $asOf
  union all
  select max(case when known_to_load <= $asOf then known_to_load else known_from_load end)
  from definition
  where known_from_load <= $asOf
) moves;
