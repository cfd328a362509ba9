-- One row per measured unit, element, breakdown and span of a year for which a flow is given: stated, or summed from its parts.
create or replace temp table slice_given as
with stated as (
  select org_unit, element, breakdown, basis, period_kind, element_version, bound, first_month, last_month, value
  from slice_observation
  where element_kind = 'flow'
),
part as (
  select breakdown, breakdown_group, count(*) over (partition by breakdown_group) as members
  from dim_breakdown
  where exhaustive and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
),
-- A whole that was not given is the sum of its parts only where they are declared exhaustive and all there; of two such groups one counts.
from_group as (
  select s.org_unit, s.element, s.basis, s.period_kind, max(s.element_version) as element_version, bound_of_sum(list(s.bound)) as bound,
         s.first_month, s.last_month, sum(s.value)::decimal(18, 4) as value, part.breakdown_group,
         row_number() over (partition by s.org_unit, s.element, s.basis, s.period_kind, s.first_month, s.last_month order by part.breakdown_group) as place
  from stated s
  join part on part.breakdown = s.breakdown
  where s.value is not null
    and not exists (select 1 from stated w where w.org_unit = s.org_unit and w.element = s.element and w.breakdown = 'total' and w.basis = s.basis
                    and w.first_month = s.first_month and w.last_month = s.last_month)
  group by s.org_unit, s.element, s.basis, s.period_kind, s.first_month, s.last_month, part.breakdown_group, part.members
  having count(*) = part.members
)
select org_unit, element, breakdown, basis, period_kind, element_version, bound, first_month, last_month, value, null as summed_group
from stated
union all
select org_unit, element, 'total', basis, period_kind, element_version, bound, first_month, last_month, value, breakdown_group
from from_group
where place = 1;
