-- One row per measured unit, element, breakdown and month-end at which a value was owed by the role that is the authority there.
create or replace temp table slice_owed as
select distinct unit.measures as org_unit, line.element, line.breakdown, month(due.period_end)::integer as month
from submission_due due
join dim_org_unit unit
  on unit.district = due.district and unit.org_unit = due.org_unit and due.period_end between unit.valid_from and unit.valid_to
 and unit.known_from_load <= $asOf and (unit.known_to_load is null or unit.known_to_load > $asOf)
join dim_org_unit measured
  on measured.district = unit.district and measured.org_unit = unit.measures and due.period_end between measured.valid_from and measured.valid_to
 and measured.known_from_load <= $asOf and (measured.known_to_load is null or measured.known_to_load > $asOf)
join dim_form form
  on form.form = due.form and due.period_start between form.applies_from and form.applies_until
 and form.known_from_load <= $asOf and (form.known_to_load is null or form.known_to_load > $asOf)
join obligation_line line
  on line.form = form.form and line.version = form.version and line.role = unit.role
 and line.known_from_load <= $asOf and (line.known_to_load is null or line.known_to_load > $asOf)
join dim_element element
  on element.element = line.element and due.period_start between element.applies_from and element.applies_until
 and element.known_from_load <= $asOf and (element.known_to_load is null or element.known_to_load > $asOf)
join element_authority authority
  on authority.element = element.element and authority.version = element.version and authority.level = measured.kind and authority.role = unit.role
 and authority.known_from_load <= $asOf and (authority.known_to_load is null or authority.known_to_load > $asOf)
where due.district = $district and due.period_start between make_date($year, 1, 1) and make_date($year, 12, 31)
  and due.known_from_load <= $asOf and (due.known_to_load is null or due.known_to_load > $asOf);
