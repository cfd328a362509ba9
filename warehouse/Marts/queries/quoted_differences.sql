-- One row per figure quoted in an accepted table (上年同期) that differs from what is held of the quoted period now; $year is the quoted one.
select q.table_id, q.cell_address, q.org_unit, q.element, q.breakdown, q.period_start, q.value as quoted, held.value as held
from staged_cell q
join submission_table t on t.table_id = q.table_id and t.state = 'loaded'
join fact_observation held
  on held.district = $district and held.period_start between make_date($year, 1, 1) and make_date($year, 12, 31)
 and held.org_unit = q.org_unit and held.reporter = q.reporter and held.element = q.element and held.period_kind = q.period_kind
 and held.period_start = q.period_start and held.basis = q.basis and held.breakdown = q.breakdown
where q.quoted and q.district = $district and q.period_start between make_date($year, 1, 1) and make_date($year, 12, 31)
  and q.state = 'reported' and held.state = 'reported' and held.value <> q.value
order by q.period_start, q.org_unit, q.element, q.breakdown, q.table_id;
