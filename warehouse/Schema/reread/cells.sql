-- One row per claim of the named tables (comma-separated).
select table_id, cell_address, text, line_number, column_id, district, org_unit, reporter, element, element_version, period_kind, period_start,
       period_end, basis, breakdown, value, bound, state, quoted
from staged_cell
where table_id in (select unnest(string_split($tables, ','))::bigint)
order by table_id, line_number, column_id, cell_address;
