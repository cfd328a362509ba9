-- What still waited of a unit's form and period when a later sheet of it was accepted asks nothing of anyone any more.
-- Two long lists of one unit and period may speak of different figures: neither overtakes the other.
create or replace temp table overtaken as
select waiting.table_id
from submission_table waiting
join submission_table accepted
  on accepted.form = waiting.form and accepted.district = waiting.district and accepted.org_unit = waiting.org_unit
 and accepted.period_kind = waiting.period_kind and accepted.period_start = waiting.period_start and accepted.submission_id > waiting.submission_id
where accepted.table_id in (select table_id from load_scope) and waiting.state in ('awaiting_explanation', 'awaiting_review')
  and waiting.form <> 'long-csv';
insert into review (table_id, decision, reason, decided_by, decided_at, load_id)
select distinct table_id, 'set_aside', 'a later sheet was accepted', $by, $now, null from overtaken;
update submission_table set state = 'set_aside' where table_id in (select table_id from overtaken);
