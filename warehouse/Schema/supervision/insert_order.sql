-- One 督办单.
insert into supervision_order (number, district, org_unit, commitment, demand, deadline, opened_on, light, opened_by, reason, known_from_load)
values ($number, $district, $orgUnit, $commitment, $demand, $deadline, $openedOn, $light, $by, $reason, $load);
