-- One row per submission not settled yet, or for the one that is named, of which its sender named form, unit or period.
select a.submission_id, a.form, a.org_unit, a.period, a.given_by
from submission_answer a join submission s on s.submission_id = a.submission_id
where case when $submission::bigint is null then s.settled_at is null else s.submission_id = $submission end
order by a.submission_id;
