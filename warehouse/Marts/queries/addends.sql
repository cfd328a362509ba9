-- One row per value that an indicator's figure (or, without one, any figure) of a unit (without one, of the district and of each unit) is made of, as known at a load, with the cell it came from.
-- What the figure took is laid out in slice_used (flows) and slice_point (levels); here it is only found again among the values stated.
with term as (
  select distinct element, breakdown, time_rule from indicator_term_as_of(make_date($year, 1, 1), $asOf) where $indicator::varchar is null or indicator = $indicator
),
figure as (
  select $orgUnit::varchar as org_unit where $orgUnit::varchar is not null
  union
  select u.org_unit from org_unit_as_of($district, $asOf) u where $orgUnit::varchar is null
  union
  select $district where $orgUnit::varchar is null
),
behind as (
  select f.org_unit as figure_unit, f.org_unit, t.element from figure f cross join (select distinct element from term) t
  union
  select f.org_unit, u.org_unit, t.element
  from figure f
  join org_unit_as_of($district, $asOf) u on u.counts and u.kind in ('township', 'park')
  cross join term t
  join element_as_of($asOf) e on e.element = t.element and e.rollup = 'sum' and not e.district_reports
  where f.org_unit = $district
),
latest as (
  select s.org_unit, s.element, s.breakdown, s.time_rule, month(s.latest_period) as month
  from slice_term s join figure f on f.org_unit = s.org_unit
  where s.through = $through
),
taken as (
  select b.figure_unit, u.org_unit, u.element, u.breakdown, u.basis, u.period_kind, u.first_month, u.last_month, u.summed_group,
         case when u.period_kind = 'year' then 'year' when u.basis = 'year_to_date' then 'cumulative' else 'month' end as used
  from term t
  join slice_used u on u.element = t.element and u.breakdown = t.breakdown and u.through = $through
  join behind b on b.org_unit = u.org_unit and b.element = u.element
  where t.time_rule = 'sum'
  union
  select b.figure_unit, p.org_unit, p.element, p.breakdown, 'in_period', p.period_kind, p.first_month, p.month, null, 'stock'
  from term t
  join slice_point p on p.element = t.element and p.breakdown = t.breakdown and p.month <= $through
  join behind b on b.org_unit = p.org_unit and b.element = p.element
  left join latest l on l.org_unit = b.figure_unit and l.element = t.element and l.breakdown = t.breakdown and l.time_rule = t.time_rule
  where t.time_rule <> 'sum' and (t.time_rule not in ('first', 'last') or p.month = l.month)
),
obs as (
  select o.*, month(o.period_start) as first_month, month(o.period_end) as last_month
  from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $asOf) o
  join element_as_of($asOf) e on e.element = o.element and e.version = o.element_version
  where o.role = 'authoritative' and o.state in ('reported', 'below_unit')
),
chosen as (
  select o.*, k.used, k.figure_unit
  from taken k
  join obs o on o.org_unit = k.org_unit and o.element = k.element and o.basis = k.basis and o.period_kind = k.period_kind
   and o.first_month = k.first_month and o.last_month = k.last_month
   and (o.breakdown = k.breakdown or o.breakdown in (
     select d.breakdown from dim_breakdown d
     where d.breakdown_group = k.summed_group and d.known_from_load <= $asOf and (d.known_to_load is null or d.known_to_load > $asOf)))
),
-- A table that nobody had to look at has no such row.
accepted as (
  select table_id, arg_max(decided_by, decided_at) as reviewed_by, max(decided_at) as reviewed_at
  from review where decision = 'loaded' and load_id <= $asOf group by table_id
)
select c.org_unit, c.reporter, c.element, c.breakdown, c.period_kind, c.period_start, c.period_end, c.basis, c.value, c.state, c.used,
       s.receipt, s.file_name, s.sha256, t.sheet, c.cell_address, cell.text, s.sent_by, s.received_at, c.load_id, c.figure_unit, a.reviewed_by, a.reviewed_at
from chosen c
left join submission_table t on t.table_id = c.table_id
left join submission s on s.submission_id = t.submission_id
left join accepted a on a.table_id = c.table_id
left join staged_cell cell
  on cell.district = $district and cell.period_start between make_date($year, 1, 1) and make_date($year, 12, 31)
 and cell.table_id = c.table_id and cell.cell_address = c.cell_address and cell.element = c.element and cell.breakdown = c.breakdown
 and cell.basis = c.basis and cell.period_start = c.period_start and cell.org_unit = c.org_unit and not cell.quoted
order by c.figure_unit, c.element, c.breakdown, c.org_unit, c.period_start, c.period_end, c.basis, c.reporter, c.used;
