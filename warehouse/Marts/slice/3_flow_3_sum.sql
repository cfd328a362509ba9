-- One row per measured unit, element, breakdown and month-end of a year: the flow of the year up to there, as known at a load.
-- `covered` counts the months that the value covers.
create or replace temp table slice_flow as
select org_unit, element, breakdown, through, max(anchor) as anchor, sum(value)::decimal(18, 4) as value,
       sum(last_month - first_month + 1)::integer as covered, max(last_month) as latest_month, bool_or(derived) as derived,
       count(distinct element_version) as versions, max(element_version) as element_version, bound_of_sum(list(bound)) as bound,
       bool_or(period_kind = 'year') as is_year_figure
from slice_used
group by org_unit, element, breakdown, through;
