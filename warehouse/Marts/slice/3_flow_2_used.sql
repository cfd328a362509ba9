-- One row per measured unit, element, breakdown, month-end and given figure that the flow of the year up to there is made of.
-- Months count, and a quarter's or half-year's own figure from its end on where finer ones do not cover all of it; where a month is
-- missing, the next cumulative figure (`anchor`, its month) stands for all up to it and months go on from there; a year figure of its own
-- (verified 年报) wins at the year's end. What a figure is followed back to is this choice (queries/addends.sql), never a second one.
create or replace temp table slice_used as
with month as (select unnest(generate_series(1, 12))::integer as month),
piece as (select * from slice_given where basis = 'in_period' and period_kind <> 'year'),
cumulative as (select * from slice_given where basis = 'year_to_date' and period_kind <> 'year'),
year_figure as (
  select *, row_number() over (partition by org_unit, element, breakdown order by basis) as place from slice_given where period_kind = 'year'
),
under as (
  select p.org_unit, p.element, p.breakdown, p.first_month, p.last_month, m.month, p.last_month - p.first_month as length
  from piece p join month m on m.month between p.first_month and p.last_month
),
covered as (
  select org_unit, element, breakdown, month, min(last_month) as since, min(length) as finest from under group by org_unit, element, breakdown, month
),
-- A span counts where a month of it lies under nothing finer.
counting as (
  select distinct u.org_unit, u.element, u.breakdown, u.first_month, u.last_month, u.length
  from under u
  join covered c on c.org_unit = u.org_unit and c.element = u.element and c.breakdown = u.breakdown and c.month = u.month and c.finest = u.length
),
grid as (select s.*, t.month as through from (select distinct org_unit, element, breakdown from slice_given) s cross join month t),
-- The last month without a figure that a cumulative one reaches over.
reach as (
  select g.org_unit, g.element, g.breakdown, g.through, max(c.last_month) as month
  from grid g
  join cumulative c on c.org_unit = g.org_unit and c.element = g.element and c.breakdown = g.breakdown and c.last_month <= g.through
  group by g.org_unit, g.element, g.breakdown, g.through
),
gap as (
  select r.org_unit, r.element, r.breakdown, r.through, max(m.month) as month
  from reach r
  join month m on m.month <= r.month
  left join covered c on c.org_unit = r.org_unit and c.element = r.element and c.breakdown = r.breakdown and c.month = m.month and c.since <= r.through
  where c.month is null
  group by r.org_unit, r.element, r.breakdown, r.through
),
anchored as (
  select g.org_unit, g.element, g.breakdown, g.through, coalesce(min(c.last_month), 0) as anchor
  from grid g
  left join gap on gap.org_unit = g.org_unit and gap.element = g.element and gap.breakdown = g.breakdown and gap.through = g.through
  left join cumulative c on c.org_unit = g.org_unit and c.element = g.element and c.breakdown = g.breakdown and c.last_month between gap.month and g.through
  where not (g.through = 12 and exists (
    select 1 from year_figure y where y.org_unit = g.org_unit and y.element = g.element and y.breakdown = g.breakdown))
  group by g.org_unit, g.element, g.breakdown, g.through
)
select c.*, a.through, a.anchor, true as derived
from anchored a
join cumulative c on c.org_unit = a.org_unit and c.element = a.element and c.breakdown = a.breakdown and c.last_month = a.anchor
union all
select p.*, a.through, a.anchor, p.period_kind <> 'month' or p.summed_group is not null
from anchored a
join piece p
  on p.org_unit = a.org_unit and p.element = a.element and p.breakdown = a.breakdown and p.first_month > a.anchor and p.last_month <= a.through
join counting own
  on own.org_unit = p.org_unit and own.element = p.element and own.breakdown = p.breakdown and own.first_month = p.first_month and own.last_month = p.last_month
where not exists (
  select 1 from counting s
  where s.org_unit = p.org_unit and s.element = p.element and s.breakdown = p.breakdown and s.length > p.last_month - p.first_month
    and s.first_month <= p.first_month and p.last_month <= s.last_month and s.first_month > a.anchor and s.last_month <= a.through)
union all
select * exclude (place), 12, 0, false from year_figure where place = 1;
