-- One row per district of which anything is or was held.
select district from fact_observation union select district from fact_observation_history union select district from submission_due order by district;
