-- One row per measured unit, element, breakdown and month-end of a year at which a value stands, as known at a load:
-- the level of a stock, or one month's flow. Quarter, half and year figures of a stock stand at their last month.
create or replace macro unit_point(in_district, in_year, as_of) as table
with stated as (
  select o.org_unit, o.element, o.breakdown, month(o.period_end)::integer as month, o.element_version, o.bound,
         case when o.state = 'below_unit' then 0::decimal(18, 4) else o.value end as value,
         row_number() over (partition by o.org_unit, o.element, o.breakdown, month(o.period_end)
                            order by case o.period_kind when 'month' then 1 when 'quarter' then 2 when 'half' then 3 else 4 end) as place
  from observation_as_of(in_district, make_date(in_year, 1, 1), make_date(in_year, 12, 31), as_of) o
  join element_as_of(as_of) e on e.element = o.element and e.version = o.element_version
  where o.role = 'authoritative' and o.state in ('reported', 'below_unit') and o.basis = 'in_period'
    and (e.kind = 'stock' or o.period_kind = 'month') and o.period_kind in ('month', 'quarter', 'half', 'year')
)
select org_unit, element, breakdown, month, value, element_version, bound from stated where place = 1;
