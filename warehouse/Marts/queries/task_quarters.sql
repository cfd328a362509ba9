-- One row per quarter's words about a task, as known at a load, in the order in which they were told.
select commitment, quarter_start, words, reported_by, known_from_load
from task_quarter
where known_from_load <= $asOf
order by known_from_load, commitment;
