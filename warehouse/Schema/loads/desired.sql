-- One row per touched key: the last claim of the accepted tables, with the role its reporter has at that level; null where none is left.
create or replace temp table desired as
with claim as (
  select cell.district, cell.org_unit, cell.reporter, cell.element, cell.period_kind, cell.period_start, cell.period_end, cell.basis, cell.breakdown,
         cell.value, cell.bound, cell.state, cell.element_version, cell.table_id, cell.cell_address,
         row_number() over (
           partition by cell.org_unit, cell.reporter, cell.element, cell.period_kind, cell.period_start, cell.period_end, cell.basis, cell.breakdown
           order by accepted.accepted_order desc, cell.line_number desc, cell.cell_address desc) as place
  from staged_cell cell
  join submission_table accepted on accepted.table_id = cell.table_id and accepted.state in ('loaded', 'superseded')
  join touched_key key
    on key.org_unit = cell.org_unit and key.reporter = cell.reporter and key.element = cell.element and key.period_kind = cell.period_kind
   and key.period_start = cell.period_start and key.period_end = cell.period_end and key.basis = cell.basis and key.breakdown = cell.breakdown
  where cell.district = $district and cell.period_start between $from and $to and not cell.quoted
)
select key.district, key.org_unit, key.reporter, key.element, key.period_kind, key.period_start, key.period_end, key.basis, key.breakdown,
       claim.value, claim.bound, claim.state, claim.element_version, claim.table_id, claim.cell_address,
       case when exists (
         select 1
         from dim_org_unit reporter
         join dim_org_unit measured
           on measured.district = reporter.district and measured.known_to_load is null and key.period_end between measured.valid_from and measured.valid_to
         join element_authority authority
           on authority.level = measured.kind and authority.role = reporter.role and authority.known_to_load is null
         join dim_element element
           on element.element = authority.element and element.version = authority.version and element.known_to_load is null
          and key.period_start between element.applies_from and element.applies_until
         where reporter.district = key.district and reporter.org_unit = key.reporter and reporter.known_to_load is null
           and key.period_end between reporter.valid_from and reporter.valid_to
           and measured.org_unit = key.org_unit and authority.element = key.element)
       then 'authoritative' else 'check' end as role
from touched_key key
left join claim
  on claim.place = 1 and claim.org_unit = key.org_unit and claim.reporter = key.reporter and claim.element = key.element
 and claim.period_kind = key.period_kind and claim.period_start = key.period_start and claim.period_end = key.period_end
 and claim.basis = key.basis and claim.breakdown = key.breakdown;
