-- One row per measured unit, element, breakdown and month-end of the year at which a value stands:
-- the level of a stock, or one month's flow. Quarter, half and year figures of a stock stand at their last month.
create or replace temp table slice_point as
with stated as (
  select org_unit, element, breakdown, first_month, last_month as month, period_kind, element_version, bound, value,
         row_number() over (partition by org_unit, element, breakdown, last_month
                            order by case period_kind when 'month' then 1 when 'quarter' then 2 when 'half' then 3 else 4 end) as place
  from slice_observation
  where basis = 'in_period' and state <> 'not_applicable' and (element_kind = 'stock' or period_kind = 'month')
)
select org_unit, element, breakdown, first_month, month, period_kind, value, element_version, bound from stated where place = 1;
