-- One row per figure stated for a whole year or for a plan so far, of a unit (or of all) and of its district, as known at a load, with the cell it came from.
-- The authority's figure counts; else the sum of the units that count, where the element adds up; else what the only other reporter states.
with held as (
  select o.*, case when o.state = 'below_unit' then 0::decimal(18, 4) else o.value end as amount, e.rollup, e.district_reports
  from observation_as_of($district, $from, $to, $asOf) o
  join element_as_of($asOf) e on e.element = o.element and e.version = o.element_version
  where o.state in ('reported', 'below_unit') and (o.period_kind in ('year', 'plan') or o.basis = 'plan_to_date')
),
own as (
  select org_unit, element, breakdown, period_kind, period_start, period_end, amount, bound, element_version, role, reporter, table_id, cell_address, load_id,
         case role when 'authoritative' then 1 else 3 end as rank,
         count(*) over (partition by org_unit, element, breakdown, period_kind, period_start, period_end, role) as statements
  from held
  where $orgUnit::varchar is null or org_unit in ($orgUnit, $district)
),
parts as (
  select $district as org_unit, h.element, h.breakdown, h.period_kind, h.period_start, h.period_end, sum(h.amount)::decimal(18, 4) as amount,
         bound_of_sum(list(h.bound)) as bound, max(h.element_version) as element_version, 'authoritative' as role, max(h.load_id) as load_id
  from held h
  join org_unit_as_of($district, $asOf) u on u.org_unit = h.org_unit and h.period_end between u.valid_from and u.valid_to
  where u.counts and u.kind in ('township', 'park') and h.role = 'authoritative' and h.rollup = 'sum' and not h.district_reports
  group by h.element, h.breakdown, h.period_kind, h.period_start, h.period_end
  having count(distinct h.element_version) = 1
),
ranked as (
  select *, row_number() over (partition by org_unit, element, breakdown, period_kind, period_start, period_end order by rank) as place
  from (
    select org_unit, element, breakdown, period_kind, period_start, period_end, amount, bound, element_version, role, reporter, table_id, cell_address,
           load_id, rank
    from own
    where rank = 1 or statements = 1
    union all
    select org_unit, element, breakdown, period_kind, period_start, period_end, amount, bound, element_version, role, null, null, null, load_id, 2
    from parts
  ) stated
)
select r.org_unit, r.element, r.breakdown, r.period_kind, r.period_start, r.period_end, r.amount as value, r.bound, r.element_version, r.role, r.reporter,
       s.receipt, s.file_name, t.sheet, r.cell_address, r.load_id
from ranked r
left join submission_table t on t.table_id = r.table_id
left join submission s on s.submission_id = t.submission_id
where r.place = 1
order by r.org_unit, r.element, r.breakdown, r.period_start, r.period_end, r.period_kind;
