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

-- One row per line of a form that a unit owes, with the spans of the unit and of the form, as known at a load.
create or replace macro line_owed_as_of(in_district, as_of) as table
  select unit.org_unit, unit.valid_from, unit.valid_to, form.form, form.applies_from, form.applies_until, line.line_number
  from dim_org_unit unit
  join obligation_line line on line.role = unit.role and line.known_from_load <= as_of and (line.known_to_load is null or line.known_to_load > as_of)
  join dim_form form on form.form = line.form and form.version = line.version and form.known_from_load <= as_of and (form.known_to_load is null or form.known_to_load > as_of)
  where unit.district = in_district and unit.known_from_load <= as_of and (unit.known_to_load is null or unit.known_to_load > as_of);
