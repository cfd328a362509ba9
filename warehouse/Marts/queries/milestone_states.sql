-- One row per statement about a task, as known at a load, in the order in which they were made.
select commitment, state, on_date, evidence, decided_by, reason, known_from_load
from milestone_state
where known_from_load <= $asOf
order by known_from_load, commitment;
