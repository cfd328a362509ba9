-- Keys of a load (of all where none is named) with more than one current value: must not exist.
select org_unit, reporter, element, period_kind, period_start, basis, breakdown, count(*) as times
from fact_observation
where district = $district and period_start between $from and $to
group by org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown
having count(*) > 1 and (max(load_id) = $load or $load::bigint is null);
