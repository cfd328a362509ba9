-- One row per org unit (a district is one), element, breakdown, time rule and month-end of a year: a term's value as known at a load.
-- A district total is what its authority reports, or the sum of the units that count; it is never a sum where the element does not add up.
-- `covered_…` speak of unit-periods: owed by the authority, present among them, units short of at least one.
create or replace macro term_year(in_district, in_year, view, as_of) as table
with recursive element as (select * from element_as_of(as_of)),
target as (
  select org_unit, target, share, false as is_total from roll_up(in_district, view, as_of)
  union all
  select distinct org_unit, in_district, 1::decimal(18, 6), true from org_unit_as_of(in_district, as_of)
  where counts and kind in ('township', 'park')
),
validity as (
  select distinct u.org_unit, m.month
  from org_unit_as_of(in_district, as_of) u
  join (select unnest(generate_series(1, 12))::integer as month) m
    on last_day(make_date(in_year, m.month, 1)) between u.valid_from and u.valid_to
),
-- Which units stand behind which target, per element: a total is a sum only where the element adds up and the district does not report it.
route as (
  select t.org_unit, t.target, t.share, t.is_total, e.element
  from target t
  cross join (select distinct element from element) e
  where not t.is_total or exists (
    select 1 from element x where x.element = e.element and x.rollup = 'sum' and not x.district_reports)
),
wanted as (
  select distinct element, breakdown, time_rule from indicator_term_as_of(make_date(in_year, 1, 1), as_of)
  union
  select distinct l.element, l.breakdown, case e.kind when 'flow' then 'sum' else 'last' end
  from dim_form_line l join element e on e.element = l.element
  where l.known_from_load <= as_of and (l.known_to_load is null or l.known_to_load > as_of)
),
flow as (
  select r.target, f.element, f.breakdown, f.through,
         case when bool_or(r.share is null) then null else sum(f.value * r.share) end as value,
         bool_or(r.share is null) as no_share, max(f.latest_month) as latest_month, bool_or(f.derived) as derived,
         greatest(max(f.versions), count(distinct f.element_version)) as versions, bound_of_sum(list(f.bound)) as bound
  from unit_flow(in_district, in_year, as_of) f
  join route r on r.org_unit = f.org_unit and r.element = f.element
  group by r.target, f.element, f.breakdown, f.through
),
-- Owed and present per unit and month; a month under a cumulative figure or a year figure is present.
unit_owed as (
  select o.org_unit, o.element, o.breakdown, o.month, t.through,
         case when e.kind = 'stock' then p.month is not null
              else coalesce(f.is_year_figure, false) or coalesce(o.month <= f.anchor, false) or p.month is not null
                   or coalesce(f.covered >= t.through, false) end as is_present
  from owed_as_of(in_district, in_year, as_of) o
  join (select unnest(generate_series(1, 12))::integer as through) t on o.month <= t.through
  join (select element, min(kind) as kind from element group by element) e on e.element = o.element
  left join unit_flow(in_district, in_year, as_of) f
    on f.org_unit = o.org_unit and f.element = o.element and f.breakdown = o.breakdown and f.through = t.through
  left join unit_stated(in_district, in_year, as_of) p
    on p.org_unit = o.org_unit and p.element = o.element and p.breakdown = o.breakdown and p.month = o.month
),
owed as (
  select r.target, u.element, u.breakdown, w.time_rule, u.through, count(*)::integer as owed, (count(*) filter (where u.is_present))::integer as present,
         (count(distinct u.org_unit) filter (where not u.is_present))::integer as missing_units
  from unit_owed u
  join route r on r.org_unit = u.org_unit and r.element = u.element
  join wanted w on w.element = u.element and w.breakdown = u.breakdown
  where case w.time_rule when 'last' then u.month = u.through when 'first' then u.month = 1 else true end
  group by r.target, u.element, u.breakdown, w.time_rule, u.through
),
-- The monthly series of a target; a stock counts units valid at that month's end.
point as (
  select r.target, p.element, p.breakdown, p.month,
         case when bool_or(r.share is null) then null else sum(p.value * r.share) end as value, bool_or(r.share is null) as no_share,
         count(distinct p.element_version) as versions, max(p.element_version) as element_version, bound_of_sum(list(p.bound)) as bound
  from unit_point(in_district, in_year, as_of) p
  join validity v on v.org_unit = p.org_unit and v.month = p.month
  join route r on r.org_unit = p.org_unit and r.element = p.element
  group by r.target, p.element, p.breakdown, p.month
),
rule_point as (
  select p.target, p.element, p.breakdown, w.time_rule, t.through,
         case w.time_rule
           when 'last' then arg_max(p.value, p.month)
           when 'first' then arg_min(p.value, p.month)
           when 'min' then min(p.value)
           when 'max' then max(p.value)
           else sum(p.value)
         end as value,
         case w.time_rule when 'last' then arg_max(p.no_share, p.month) when 'first' then arg_min(p.no_share, p.month)
           else bool_or(p.no_share) end as no_share,
         case when w.time_rule = 'first' then min(p.month) else max(p.month) end as latest_month,
         case w.time_rule
           when 'last' then arg_max(p.versions, p.month)
           when 'first' then arg_min(p.versions, p.month)
           else greatest(max(p.versions), count(distinct p.element_version))
         end as versions,
         case w.time_rule
           when 'last' then arg_max(p.bound, p.month)
           when 'first' then arg_min(p.bound, p.month)
           else bound_of_sum(list(p.bound))
         end as bound
  from point p
  join (select element, min(kind) as kind from element group by element) e on e.element = p.element
  join wanted w on w.element = p.element and w.breakdown = p.breakdown and (w.time_rule <> 'sum' or e.kind = 'stock')
  join (select unnest(generate_series(1, 12))::integer as through) t on p.month <= t.through
  group by p.target, p.element, p.breakdown, w.time_rule, t.through
),
term as (
  select target, element, breakdown, 'sum' as time_rule, through, value, no_share, latest_month, derived, versions, bound from flow
  union all
  select target, element, breakdown, time_rule, through, value, no_share, latest_month, false, versions, bound from rule_point
)
select in_district as district, coalesce(t.target, o.target) as org_unit, coalesce(t.element, o.element) as element,
       coalesce(t.breakdown, o.breakdown) as breakdown, coalesce(t.time_rule, o.time_rule) as time_rule, in_year::integer as year,
       coalesce(t.through, o.through) as through,
       case when t.versions > 1 then null else t.value end::decimal(18, 4) as value, coalesce(t.bound, 'exact') as bound,
       case
         when t.no_share then 'split_without_shares'
         when t.versions > 1 then 'definition_changed'
         when t.value is null then 'not_reported'
         when o.owed > o.present then 'incomplete'
         else 'reported'
       end as state,
       case when t.latest_month is null then null else make_date(in_year, t.latest_month, 1) end as latest_period,
       coalesce(o.owed, 0) as owed, coalesce(o.present, 0) as present, coalesce(o.missing_units, 0) as missing_units,
       coalesce(t.derived, false) as derived
from term t
full join owed o
  on o.target = t.target and o.element = t.element and o.breakdown = t.breakdown and o.time_rule = t.time_rule and o.through = t.through;
