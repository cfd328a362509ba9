-- One 签收 of a light.
insert into light_acknowledgement (commitment, org_unit, year, through, light, owner, reason, decided_on, decided_by, known_from_load)
values ($commitment, $orgUnit, $year, $through, $light, $owner, $reason, $decidedOn, $by, $load);
