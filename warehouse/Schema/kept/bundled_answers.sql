-- One row per answer that went out by a moment about a submission of a district: the receipt in words and the verdict, round by round.
select notice_key, kind, district, org_unit, submission_id, subject, body, created_at
from notice_outbox
where kind = 'verdict' and created_at <= $moment and submission_id in (select unnest(string_split($submissions, ','))::bigint)
order by submission_id, created_at, notice_key;
