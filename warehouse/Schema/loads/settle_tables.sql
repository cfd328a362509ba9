-- An accepted table is loaded while it is the last to claim at least one of its keys, superseded once others have claimed them all.
update submission_table t
set state = case when t.table_id in (select table_id from last_claimant) then 'loaded' else 'superseded' end
where t.state in ('loaded', 'superseded') and t.district = $district
  and t.table_id in (select cell.table_id from staged_cell cell join touched_key key
    on key.org_unit = cell.org_unit and key.reporter = cell.reporter and key.element = cell.element and key.period_kind = cell.period_kind
   and key.period_start = cell.period_start and key.period_end = cell.period_end and key.basis = cell.basis and key.breakdown = cell.breakdown
    where cell.district = $district and cell.period_start between $from and $to and not cell.quoted);
