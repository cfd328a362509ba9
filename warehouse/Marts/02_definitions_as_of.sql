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

-- One row per measured unit, element, breakdown and month-end at which a value was owed by the role that is the authority there.
create or replace macro owed_as_of(in_district, in_year, as_of) as table
select distinct unit.measures as org_unit, line.element, line.breakdown, month(due.period_end)::integer as month
from submission_due due
join dim_org_unit unit
  on unit.district = due.district and unit.org_unit = due.org_unit and due.period_end between unit.valid_from and unit.valid_to
 and unit.known_from_load <= as_of and (unit.known_to_load is null or unit.known_to_load > as_of)
join dim_org_unit measured
  on measured.district = unit.district and measured.org_unit = unit.measures and due.period_end between measured.valid_from and measured.valid_to
 and measured.known_from_load <= as_of and (measured.known_to_load is null or measured.known_to_load > as_of)
join dim_form form
  on form.form = due.form and due.period_start between form.applies_from and form.applies_until
 and form.known_from_load <= as_of and (form.known_to_load is null or form.known_to_load > as_of)
join obligation_line line
  on line.form = form.form and line.version = form.version and line.role = unit.role
 and line.known_from_load <= as_of and (line.known_to_load is null or line.known_to_load > as_of)
join dim_element element
  on element.element = line.element and due.period_start between element.applies_from and element.applies_until
 and element.known_from_load <= as_of and (element.known_to_load is null or element.known_to_load > as_of)
join element_authority authority
  on authority.element = element.element and authority.version = element.version and authority.level = measured.kind and authority.role = unit.role
 and authority.known_from_load <= as_of and (authority.known_to_load is null or authority.known_to_load > as_of)
where due.district = in_district and due.period_start between make_date(in_year, 1, 1) and make_date(in_year, 12, 31)
  and due.known_from_load <= as_of and (due.known_to_load is null or due.known_to_load > as_of);
