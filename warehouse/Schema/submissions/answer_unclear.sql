-- What was unclear in earlier submissions of the same bytes is settled by the answer that comes now; known from the next load on.
insert into review (table_id, decision, reason, decided_by, decided_at, load_id)
select t.table_id, 'set_aside', 'answered by a later submission of the same file', $by, $now, (select coalesce(max(load_id), 0) + 1 from load)
from submission_table t join submission s on s.submission_id = t.submission_id
where s.sha256 = $sha256 and t.state = 'unclear';
update submission_table set state = 'set_aside'
where state = 'unclear' and submission_id in (select submission_id from submission where sha256 = $sha256);
