-- One row per element, period and basis where a figure that counts stands beside another: the district's own beside the sum of its units
-- (residual), or another reporter's beside the one that counts (check). Only where they differ.
with obs as (
  select o.*, coalesce(u.counts and u.kind in ('township', 'park'), false) as is_part
  from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $asOf) o
  left join org_unit_as_of($district, $asOf) u on u.org_unit = o.org_unit and o.period_end between u.valid_from and u.valid_to
  where o.state = 'reported'
),
parts as (
  select element, breakdown, period_kind, period_start, basis, sum(value)::decimal(18, 4) as value
  from obs where is_part and role = 'authoritative'
  group by element, breakdown, period_kind, period_start, basis
),
counts as (
  select o.org_unit, o.element, o.breakdown, o.period_kind, o.period_start, o.basis, o.value
  from obs o where o.role = 'authoritative'
  union all
  select $district, p.element, p.breakdown, p.period_kind, p.period_start, p.basis, p.value
  from parts p join element_as_of($asOf) e on e.element = p.element and p.period_start between e.applies_from and e.applies_until
  where e.rollup = 'sum' and not e.district_reports
)
select c.org_unit, c.element, c.breakdown, c.period_start, c.basis, 'residual' as kind, null as reporter, c.value as counts, p.value as stated,
       (c.value - p.value)::decimal(18, 4) as difference
from obs d
join counts c on c.org_unit = d.org_unit and c.element = d.element and c.breakdown = d.breakdown and c.period_kind = d.period_kind
  and c.period_start = d.period_start and c.basis = d.basis
join parts p on p.element = c.element and p.breakdown = c.breakdown and p.period_kind = c.period_kind and p.period_start = c.period_start and p.basis = c.basis
where d.org_unit = $district and d.role = 'authoritative' and c.value <> p.value
union all
select d.org_unit, d.element, d.breakdown, d.period_start, d.basis, 'check', d.reporter, c.value, d.value, (d.value - c.value)::decimal(18, 4)
from obs d
join counts c on c.org_unit = d.org_unit and c.element = d.element and c.breakdown = d.breakdown and c.period_kind = d.period_kind
  and c.period_start = d.period_start and c.basis = d.basis
where d.role = 'check' and c.value <> d.value
order by element, period_start, basis, kind, org_unit, reporter;
