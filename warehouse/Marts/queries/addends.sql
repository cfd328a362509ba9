-- One row per value that an indicator's figure (or, without one, any figure) of a unit is made of, as known at a load, with the cell it came from.
-- The same choice as slice_flow and slice_term have made: months after the anchor, the cumulative figure at it, or the year's own figure.
with term as (
  select distinct element, breakdown, time_rule from indicator_term_as_of(make_date($year, 1, 1), $asOf) where $indicator::varchar is null or indicator = $indicator
),
element as (select * from element_as_of($asOf)),
behind as (
  select $orgUnit as org_unit, t.element from term t
  union
  select u.org_unit, t.element
  from org_unit_as_of($district, $asOf) u cross join term t
  join element e on e.element = t.element and e.rollup = 'sum' and not e.district_reports
  where $orgUnit = $district and u.counts and u.kind in ('township', 'park')
),
flow as (
  select f.* from slice_flow f join behind b on b.org_unit = f.org_unit and b.element = f.element where f.through = $through
),
latest as (
  select element, breakdown, time_rule, month(latest_period) as month
  from slice_term where org_unit = $orgUnit and through = $through
),
obs as (
  select o.*, month(o.period_start) as first_month, month(o.period_end) as last_month, e.kind as element_kind
  from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $asOf) o
  join behind b on b.org_unit = o.org_unit and b.element = o.element
  join element e on e.element = o.element and e.version = o.element_version
  where o.role = 'authoritative' and o.state in ('reported', 'below_unit')
),
chosen as (
  select o.*,
         case
           when t.time_rule = 'sum' and o.element_kind = 'flow' then case
             when f.is_year_figure then case when o.period_kind = 'year' then 'year' end
             when o.basis = 'year_to_date' and o.period_kind <> 'year' and o.last_month = f.anchor and f.anchor > 0 then 'cumulative'
             when o.basis = 'in_period' and o.period_kind = 'month' and o.first_month > f.anchor then 'month'
             when o.basis = 'in_period' and o.period_kind in ('quarter', 'half') and o.first_month > f.anchor and not exists (
               select 1 from obs m where m.basis = 'in_period' and m.period_kind = 'month' and m.org_unit = o.org_unit and m.element = o.element
                 and m.breakdown = o.breakdown and m.first_month between o.first_month and o.last_month) then 'month'
           end
           when o.basis = 'in_period' and t.time_rule in ('last', 'first') then case when o.last_month = l.month then 'stock' end
           when o.basis = 'in_period' then 'stock'
         end as used
  from obs o
  join term t on t.element = o.element and t.breakdown = o.breakdown
  left join flow f on f.org_unit = o.org_unit and f.element = o.element and f.breakdown = o.breakdown
  left join latest l on l.element = t.element and l.breakdown = t.breakdown and l.time_rule = t.time_rule
  where o.last_month <= $through
)
select c.org_unit, c.reporter, c.element, c.breakdown, c.period_kind, c.period_start, c.period_end, c.basis, c.value, c.state, c.used,
       s.receipt, s.file_name, s.sha256, t.sheet, c.cell_address, cell.text, s.sent_by, s.received_at, c.load_id
from chosen c
left join submission_table t on t.table_id = c.table_id
left join submission s on s.submission_id = t.submission_id
left join staged_cell cell
  on cell.district = $district and cell.period_start between make_date($year, 1, 1) and make_date($year, 12, 31)
 and cell.table_id = c.table_id and cell.cell_address = c.cell_address and cell.element = c.element and cell.breakdown = c.breakdown
 and cell.basis = c.basis and cell.period_start = c.period_start and cell.org_unit = c.org_unit and not cell.quoted
where c.used is not null
order by c.element, c.breakdown, c.org_unit, c.period_start, c.basis;
