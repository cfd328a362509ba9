-- One row per org unit (a district is one), indicator version and month-end of a year, from the terms laid out in slice_term just before.
-- A level that lacks a term is not_defined_here. No division: a ratio stays numerator and denominator.
create or replace temp table slice_indicator as
with definition as (select *, count(*) over (partition by indicator, version) as terms from indicator_term_as_of(make_date($year, 1, 1), $asOf)),
joined as (
  select t.org_unit, d.indicator, d.version, d.is_ratio, d.terms, t.through, d.side, d.factor, t.value, t.state, t.latest_period, t.owed, t.present,
         t.missing_units, t.derived,
         case when (d.side = 'denominator') = (d.factor > 0) then bound_turned(t.bound) else t.bound end as bound
  from definition d
  join slice_term t on t.element = d.element and t.breakdown = d.breakdown and t.time_rule = d.time_rule
),
combined as (
  select org_unit, indicator, version, is_ratio, through, count(*) < max(terms) as lacks_term,
         sum(value * factor) filter (where side = 'numerator') as numerator, sum(value * factor) filter (where side = 'denominator') as denominator,
         bound_of_sum(list(bound)) as bound, list(state) as states, min(latest_period) as latest_period, sum(owed)::integer as owed,
         sum(present)::integer as present, max(missing_units)::integer as missing_units, bool_or(derived) as derived
  from joined
  group by org_unit, indicator, version, is_ratio, through
),
judged as (
  select *,
         case
           when lacks_term then 'not_defined_here'
           when list_contains(states, 'split_without_shares') then 'split_without_shares'
           when list_contains(states, 'definition_changed') then 'definition_changed'
           when list_contains(states, 'not_reported') then 'not_reported'
           when is_ratio and denominator = 0 then 'no_cases'
           when list_contains(states, 'incomplete') then 'incomplete'
           else 'reported'
         end as state
  from combined
)
select $district as district, org_unit, indicator, version as indicator_version, $year::integer as year, through,
       case when state in ('reported', 'incomplete', 'no_cases') then numerator end::decimal(18, 4) as numerator,
       case when state in ('reported', 'incomplete', 'no_cases') then denominator end::decimal(18, 4) as denominator,
       is_ratio, bound, state, latest_period, owed, present, missing_units, derived
from judged;
