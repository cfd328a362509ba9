-- Closes one target set by a plan.
update target set known_to_load = $load
where commitment = $commitment and org_unit = $unit and year = $year and known_to_load is null and definition = 'targets';
