-- One row per submission not settled yet of which its sender named form, unit or period.
select a.submission_id, a.form, a.org_unit, a.period
from submission_answer a join submission s on s.submission_id = a.submission_id
where s.settled_at is null
order by a.submission_id;
