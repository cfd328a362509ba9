-- What still waited of a unit's form and period asks nothing of anyone any more once later accepted sheets state every figure in it;
-- a part that they leave out is still to be decided. A statement that nothing occurred is over with the first figure of what it speaks of.
create or replace temp table overtaken as
with pair as (
  select waiting.table_id, accepted.table_id as later_id
  from submission_table waiting
  join submission_table accepted
    on accepted.form = waiting.form and accepted.district = waiting.district and accepted.org_unit = waiting.org_unit
   and accepted.period_kind = waiting.period_kind and accepted.period_start = waiting.period_start and accepted.submission_id > waiting.submission_id
  where waiting.state in ('awaiting_explanation', 'awaiting_review') and accepted.state in ('loaded', 'superseded')
),
touched as (
  select distinct table_id from pair where later_id in (select table_id from load_scope)
),
stated as (
  select mine.table_id, exists (
      select 1
      from pair
      join staged_cell later on later.table_id = pair.later_id
      where pair.table_id = mine.table_id and not later.quoted
        and later.org_unit = mine.org_unit and later.element = mine.element and later.period_kind = mine.period_kind
        and later.period_start = mine.period_start and later.period_end = mine.period_end and later.basis = mine.basis and later.breakdown = mine.breakdown) as is_stated
  from staged_cell mine
  where mine.table_id in (select table_id from touched) and not mine.quoted and mine.state <> 'blank'
),
left_out as (
  select mine.table_id
  from stated mine
  join submission_table sheet on sheet.table_id = mine.table_id
  group by mine.table_id, sheet.nil
  having case when coalesce(sheet.nil, false) then not bool_or(mine.is_stated) else not bool_and(mine.is_stated) end
)
select table_id from touched where table_id not in (select table_id from left_out);
insert into review (table_id, decision, reason, decided_by, decided_at, load_id)
select table_id, 'set_aside', 'a later sheet was accepted', $by, $now, (select max(load_id) from load) from overtaken;
update submission_table set state = 'set_aside' where table_id in (select table_id from overtaken);
