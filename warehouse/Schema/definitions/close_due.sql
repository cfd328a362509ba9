-- Closes one due.
update submission_due set known_to_load = $load
where form = $form and org_unit = $unit and period_start = $start and known_to_load is null;
