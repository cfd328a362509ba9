-- One row per touched key whose current value differs from the desired one, or rests on a table that is no longer accepted.
-- An equal claim by a later table changes nothing; a key without any claim left becomes withdrawn.
create or replace temp table changed as
select d.*, f.load_id as replaced_load
from desired d
left join fact_observation f
  on f.district = $district and f.period_start between $from and $to
 and f.org_unit = d.org_unit and f.reporter = d.reporter and f.element = d.element and f.period_kind = d.period_kind
 and f.period_start = d.period_start and f.period_end = d.period_end and f.basis = d.basis and f.breakdown = d.breakdown
left join submission_table source on source.table_id = f.table_id
where case
  when f.load_id is null then d.table_id is not null
  when d.table_id is null then f.state <> 'withdrawn'
  else f.value is distinct from d.value or f.bound <> d.bound or f.state <> d.state or f.element_version <> d.element_version or f.role <> d.role
       or source.state is null or source.state not in ('loaded', 'superseded')
end;
