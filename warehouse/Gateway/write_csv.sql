-- All counted values laid aside into a file of lines. Numbers stay numbers; no text can be taken for a formula.
copy (
  select csv_text(district) as district, csv_text(org_unit) as org, csv_text(element) as element, period, basis, csv_text(breakdown) as breakdown,
         regexp_replace(value::varchar, '\.?0+$', '') as value, state, bound, csv_text(district_name) as district_name, csv_text(org_name) as org_name,
         csv_text(element_name) as element_name, csv_text(unit) as unit, csv_text(breakdown_name) as breakdown_name, load, csv_text(receipt) as receipt,
         csv_text(file) as file, csv_text(sheet) as sheet, csv_text(cell) as cell
  from laid_aside
) to '{file}' (format csv, header true);
