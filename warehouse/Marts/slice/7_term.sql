-- One row per org unit (a district is one), element, breakdown, time rule and month-end of a year: a term's value as known at a load.
-- `owed`, `present` and `missing_units` speak of unit-periods: owed to the authority, there among them, units short of at least one.
create or replace temp table slice_term as
with through as (select unnest(generate_series(1, 12))::integer as through),
validity as (
  select distinct u.org_unit, m.through as month
  from org_unit_as_of($district, $asOf) u
  join through m on last_day(make_date($year, m.through, 1)) between u.valid_from and u.valid_to
),
flow as (
  select r.target, f.element, f.breakdown, f.through,
         case when bool_or(r.share is null) then null else sum(f.value * r.share) end as value,
         bool_or(r.share is null) as no_share, max(f.latest_month) as latest_month, bool_or(f.derived) as derived,
         greatest(max(f.versions), count(distinct f.element_version)) as versions, bound_of_sum(list(f.bound)) as bound
  from slice_flow f
  join slice_target r on r.org_unit = f.org_unit and r.element = f.element
  group by r.target, f.element, f.breakdown, f.through
),
-- A month is there once something was said for it (`since`: the end of a quarter's figure), or when it lies under a cumulative or a year figure.
stated as (
  select o.org_unit, o.element, o.breakdown, m.through as month, min(o.last_month) as since
  from slice_observation o join through m on m.through between o.first_month and o.last_month
  where o.basis = 'in_period'
  group by o.org_unit, o.element, o.breakdown, m.through
),
unit_owed as (
  select o.org_unit, o.element, o.breakdown, o.month, t.through,
         s.month is not null or coalesce(f.is_year_figure or o.month <= f.anchor or f.covered >= t.through, false) as is_present
  from slice_owed o
  join through t on o.month <= t.through
  left join slice_flow f on f.org_unit = o.org_unit and f.element = o.element and f.breakdown = o.breakdown and f.through = t.through
  left join stated s on s.org_unit = o.org_unit and s.element = o.element and s.breakdown = o.breakdown and s.month = o.month
    and s.since <= t.through
),
owed as (
  select r.target, u.element, u.breakdown, w.time_rule, u.through, count(*)::integer as owed, (count(*) filter (where u.is_present))::integer as present,
         (count(distinct u.org_unit) filter (where not u.is_present))::integer as missing_units
  from unit_owed u
  join slice_target r on r.org_unit = u.org_unit and r.element = u.element
  join slice_wanted w on w.element = u.element and w.breakdown = u.breakdown
  where case w.time_rule when 'last' then u.month = u.through when 'first' then u.month = 1 else true end
  group by r.target, u.element, u.breakdown, w.time_rule, u.through
),
-- The monthly series of a target; a stock counts units valid at that month's end.
point as (
  select r.target, p.element, p.breakdown, p.month,
         case when bool_or(r.share is null) then null else sum(p.value * r.share) end as value, bool_or(r.share is null) as no_share,
         count(distinct p.element_version) as versions, max(p.element_version) as element_version, bound_of_sum(list(p.bound)) as bound
  from slice_point p
  join validity v on v.org_unit = p.org_unit and v.month = p.month
  join slice_target r on r.org_unit = p.org_unit and r.element = p.element
  group by r.target, p.element, p.breakdown, p.month
),
rule_point as (
  select p.target, p.element, p.breakdown, w.time_rule, t.through,
         case w.time_rule
           when 'last' then arg_max(p.value, p.month) when 'first' then arg_min(p.value, p.month)
           when 'min' then min(p.value) when 'max' then max(p.value) else sum(p.value)
         end as value,
         case w.time_rule when 'last' then arg_max(p.no_share, p.month) when 'first' then arg_min(p.no_share, p.month)
           else bool_or(p.no_share) end as no_share,
         case when w.time_rule = 'first' then min(p.month) else max(p.month) end as latest_month,
         case w.time_rule when 'last' then arg_max(p.versions, p.month) when 'first' then arg_min(p.versions, p.month)
           else greatest(max(p.versions), count(distinct p.element_version)) end as versions,
         case w.time_rule when 'last' then arg_max(p.bound, p.month) when 'first' then arg_min(p.bound, p.month)
           else bound_of_sum(list(p.bound)) end as bound
  from point p
  join slice_wanted w on w.element = p.element and w.breakdown = p.breakdown and (w.time_rule <> 'sum' or w.element_kind = 'stock')
  join through t on p.month <= t.through
  group by p.target, p.element, p.breakdown, w.time_rule, t.through
),
term as (
  select target, element, breakdown, 'sum' as time_rule, through, value, no_share, latest_month, derived, versions, bound from flow
  union all
  select target, element, breakdown, time_rule, through, value, no_share, latest_month, false, versions, bound from rule_point
)
select $district as district, coalesce(t.target, o.target) as org_unit, coalesce(t.element, o.element) as element,
       coalesce(t.breakdown, o.breakdown) as breakdown, coalesce(t.time_rule, o.time_rule) as time_rule, $year::integer as year,
       coalesce(t.through, o.through) as through,
       case when t.versions > 1 then null else t.value end::decimal(18, 4) as value, coalesce(t.bound, 'exact') as bound,
       case
         when t.no_share then 'split_without_shares'
         when t.versions > 1 then 'definition_changed'
         when t.value is null then 'not_reported'
         when o.owed > o.present then 'incomplete'
         else 'reported'
       end as state,
       case when t.latest_month is null then null else make_date($year, t.latest_month, 1) end as latest_period,
       coalesce(o.owed, 0) as owed, coalesce(o.present, 0) as present, coalesce(o.missing_units, 0) as missing_units,
       coalesce(t.derived, false) as derived
from term t
full join owed o
  on o.target = t.target and o.element = t.element and o.breakdown = t.breakdown and o.time_rule = t.time_rule and o.through = t.through;
