-- What the run wrote, in order; of more lines than asked for the last.
with latest as (
  select rowid as line_id, at, level, line, submission
  from job_run_log
  where run_id = $runId
  order by rowid desc
  limit $limit
)

select at as At, level as Level, line as Line, submission as Submission
from latest
order by line_id;
