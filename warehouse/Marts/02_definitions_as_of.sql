-- Definitions as they stood at a load. One row per definition row of the tables named.
create or replace macro org_unit_as_of(in_district, as_of) as table
select district, org_unit, name, kind, role, counts, measures, valid_from, valid_to
from dim_org_unit
where district = in_district and known_from_load <= as_of and (known_to_load is null or known_to_load > as_of);

create or replace macro element_as_of(as_of) as table
select e.element, e.version, e.name, e.unit, e.kind, e.rollup, e.applies_from, e.applies_until,
       coalesce(bool_or(a.level = 'district'), false) as district_reports
from dim_element e
left join element_authority a
  on a.element = e.element and a.version = e.version and a.known_from_load <= as_of and (a.known_to_load is null or a.known_to_load > as_of)
where e.known_from_load <= as_of and (e.known_to_load is null or e.known_to_load > as_of)
group by e.element, e.version, e.name, e.unit, e.kind, e.rollup, e.applies_from, e.applies_until;

create or replace macro indicator_term_as_of(on_day, as_of) as table
select i.indicator, i.version, i.is_ratio, t.side, t.element, t.breakdown, t.time_rule, t.factor
from dim_indicator i
join indicator_term t
  on t.indicator = i.indicator and t.version = i.version and t.known_from_load <= as_of and (t.known_to_load is null or t.known_to_load > as_of)
where i.known_from_load <= as_of and (i.known_to_load is null or i.known_to_load > as_of) and on_day between i.applies_from and i.applies_until;
