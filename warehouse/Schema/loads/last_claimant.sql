-- One row per accepted table that is the last to claim some key, among the tables that share keys with those touched.
create or replace temp table last_claimant as
with related as (
  select distinct cell.table_id
  from staged_cell cell join touched_key key
    on key.org_unit = cell.org_unit and key.reporter = cell.reporter and key.element = cell.element and key.period_kind = cell.period_kind
   and key.period_start = cell.period_start and key.period_end = cell.period_end and key.basis = cell.basis and key.breakdown = cell.breakdown
  where cell.district = $district and cell.period_start between $from and $to and not cell.quoted
),
-- All their keys, not only the touched ones: elsewhere a table may have been overtaken by one that shares no touched key.
related_key as (
  select distinct cell.org_unit, cell.reporter, cell.element, cell.period_kind, cell.period_start, cell.period_end, cell.basis, cell.breakdown
  from staged_cell cell
  where cell.table_id in (select table_id from related) and not cell.quoted and cell.district = $district
),
claim as (
  select cell.table_id,
         row_number() over (
           partition by cell.org_unit, cell.reporter, cell.element, cell.period_kind, cell.period_start, cell.period_end, cell.basis, cell.breakdown
           order by accepted.accepted_order desc) as place
  from staged_cell cell
  join submission_table accepted on accepted.table_id = cell.table_id and accepted.state in ('loaded', 'superseded')
  join related_key key
    on key.org_unit = cell.org_unit and key.reporter = cell.reporter and key.element = cell.element and key.period_kind = cell.period_kind
   and key.period_start = cell.period_start and key.period_end = cell.period_end and key.basis = cell.basis and key.breakdown = cell.breakdown
  where not cell.quoted and cell.district = $district
    and cell.period_start between (select min(period_start) from related_key) and (select max(period_start) from related_key)
)
select distinct table_id from claim where place = 1;
