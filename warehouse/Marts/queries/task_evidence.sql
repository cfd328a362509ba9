-- One row per file that shows what was stated about a task, as known at a load, in the order in which they came.
select commitment, file_name, sha256, size, reported_by, known_from_load
from task_evidence
where known_from_load <= $asOf
order by known_from_load, commitment, file_name;
