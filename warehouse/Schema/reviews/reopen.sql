-- A settled submission is to be checked again: what waited of it is set aside, its remarks about the file are written anew with the next verdict.
-- Known from the load after this one: until it is checked again the sheet stands as it waited.
insert into review (table_id, decision, reason, decided_by, decided_at, load_id)
select table_id, 'reread', $why, $by, $now, (select coalesce(max(load_id), 0) + 1 from load) from submission_table where submission_id = $submission and state in ('awaiting_explanation', 'awaiting_review');
update submission_table set state = 'set_aside' where submission_id = $submission and state in ('awaiting_explanation', 'awaiting_review');
delete from finding where submission_id = $submission and table_id is null;
update submission set settled_at = null, round = coalesce(round, 0) + 1 where submission_id = $submission;
