-- One row per measured unit, element, breakdown and month-end of a year: the flow of the year up to there, as known at a load.
-- Months count; where one is missing, the next cumulative figure (`anchor`, its month) stands for all up to it and months go on from there;
-- a year figure of its own (verified 年报) wins at the year's end. `covered` counts the months that the value covers.
create or replace temp table slice_flow as
with stated as (
  select org_unit, element, breakdown, basis, period_kind, element_version, bound, state, first_month, last_month, value
  from slice_observation
  where element_kind = 'flow'
),
-- A whole that was not given is the sum of its parts only where they are declared exhaustive and all there.
whole_from_parts as (
  select s.org_unit, s.element, 'total' as breakdown, s.basis, s.period_kind, min(s.element_version) as element_version,
         case when count(distinct s.bound) = 1 then min(s.bound) else 'about' end as bound, 'reported' as state,
         s.first_month, s.last_month, sum(s.value)::decimal(18, 4) as value
  from stated s
  join (select breakdown, breakdown_group, count(*) over (partition by breakdown_group) as members
        from dim_breakdown
        where exhaustive and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)) part on part.breakdown = s.breakdown
  where s.value is not null
    and not exists (select 1 from stated w where w.org_unit = s.org_unit and w.element = s.element and w.breakdown = 'total' and w.basis = s.basis
                    and w.first_month = s.first_month and w.last_month = s.last_month)
  group by s.org_unit, s.element, s.basis, s.period_kind, s.first_month, s.last_month, part.breakdown_group, part.members
  having count(*) = part.members
),
given as (
  select *, false as from_parts from stated
  union all
  select *, true from whole_from_parts
),
months as (select * from given where basis = 'in_period' and period_kind = 'month'),
-- A quarter's or half-year's own figure stands in for its months only where not all of them are there.
spans as (
  select g.*
  from given g
  where g.basis = 'in_period' and g.period_kind in ('quarter', 'half')
    and (select count(*) from months m where m.org_unit = g.org_unit and m.element = g.element and m.breakdown = g.breakdown
         and m.first_month between g.first_month and g.last_month) < g.last_month - g.first_month + 1
    and not (g.period_kind = 'half' and exists (
      select 1 from given q where q.basis = 'in_period' and q.period_kind = 'quarter' and q.org_unit = g.org_unit and q.element = g.element
        and q.breakdown = g.breakdown and q.first_month between g.first_month and g.last_month))
),
pieces as (
  select *, false as is_span from months m
  where not exists (select 1 from spans s where s.org_unit = m.org_unit and s.element = m.element and s.breakdown = m.breakdown
                    and m.first_month between s.first_month and s.last_month)
  union all
  select *, true from spans
),
cumulative as (select * from given where basis = 'year_to_date' and period_kind <> 'year'),
year_figure as (select * from given where period_kind = 'year'),
series as (select distinct org_unit, element, breakdown from given),
grid as (select s.*, t.through from series s cross join (select unnest(generate_series(1, 12))::integer as through) t),
uncovered as (
  select g.org_unit, g.element, g.breakdown, g.through as month
  from grid g
  where not exists (select 1 from pieces p where p.org_unit = g.org_unit and p.element = g.element and p.breakdown = g.breakdown
                    and g.through between p.first_month and p.last_month)
),
gap as (
  select g.org_unit, g.element, g.breakdown, g.through, max(u.month) as last_gap
  from grid g
  join (select c.org_unit, c.element, c.breakdown, c.last_month from cumulative c) c
    on c.org_unit = g.org_unit and c.element = g.element and c.breakdown = g.breakdown and c.last_month <= g.through
  join uncovered u on u.org_unit = g.org_unit and u.element = g.element and u.breakdown = g.breakdown and u.month <= c.last_month
  group by g.org_unit, g.element, g.breakdown, g.through
),
anchored as (
  select g.org_unit, g.element, g.breakdown, g.through, coalesce(min(c.last_month), 0) as anchor
  from grid g
  left join gap on gap.org_unit = g.org_unit and gap.element = g.element and gap.breakdown = g.breakdown and gap.through = g.through
  left join cumulative c on c.org_unit = g.org_unit and c.element = g.element and c.breakdown = g.breakdown
    and c.last_month between gap.last_gap and g.through
  group by g.org_unit, g.element, g.breakdown, g.through
),
used as (
  select a.org_unit, a.element, a.breakdown, a.through, a.anchor, c.value, c.element_version, c.bound, c.anchor_month as latest_month,
         a.anchor as covered, true as derived
  from anchored a
  join (select *, last_month as anchor_month from cumulative) c
    on c.org_unit = a.org_unit and c.element = a.element and c.breakdown = a.breakdown and c.last_month = a.anchor
  union all
  select a.org_unit, a.element, a.breakdown, a.through, a.anchor, p.value, p.element_version, p.bound, p.last_month,
         p.last_month - p.first_month + 1, p.is_span or p.from_parts
  from anchored a
  join pieces p
    on p.org_unit = a.org_unit and p.element = a.element and p.breakdown = a.breakdown and p.first_month > a.anchor and p.last_month <= a.through
),
summed as (
  select org_unit, element, breakdown, through, max(anchor) as anchor, sum(value)::decimal(18, 4) as value, sum(covered)::integer as covered,
         max(latest_month) as latest_month, bool_or(derived) as derived, count(distinct element_version) as versions,
         max(element_version) as element_version, bound_of_sum(list(bound)) as bound
  from used
  group by org_unit, element, breakdown, through
)
select s.org_unit, s.element, s.breakdown, s.through, s.anchor, s.value, s.covered, s.latest_month, s.derived, s.versions, s.element_version, s.bound,
       false as is_year_figure
from summed s
where not (s.through = 12 and exists (
  select 1 from year_figure y where y.org_unit = s.org_unit and y.element = s.element and y.breakdown = s.breakdown))
union all
select org_unit, element, breakdown, 12, 0, value, 12, 12, false, 1, element_version, bound, true
from (select *, row_number() over (partition by org_unit, element, breakdown order by basis) as place from year_figure) y
where place = 1;
