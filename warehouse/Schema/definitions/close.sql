-- Closes every row that came from one definition.
update definition set known_to_load = $load where definition = $definition and known_to_load is null;
update dim_org_unit set known_to_load = $load where definition = $definition and known_to_load is null;
update org_unit_successor set known_to_load = $load where definition = $definition and known_to_load is null;
update dim_element set known_to_load = $load where definition = $definition and known_to_load is null;
update element_authority set known_to_load = $load where definition = $definition and known_to_load is null;
update dim_breakdown set known_to_load = $load where definition = $definition and known_to_load is null;
update dim_indicator set known_to_load = $load where definition = $definition and known_to_load is null;
update indicator_term set known_to_load = $load where definition = $definition and known_to_load is null;
update dim_form set known_to_load = $load where definition = $definition and known_to_load is null;
update dim_form_line set known_to_load = $load where definition = $definition and known_to_load is null;
update obligation_line set known_to_load = $load where definition = $definition and known_to_load is null;
update plan set known_to_load = $load where definition = $definition and known_to_load is null;
update commitment set known_to_load = $load where definition = $definition and known_to_load is null;
