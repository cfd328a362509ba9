-- One act of certifying a unit's year, or of taking that back.
insert into year_certification (district, org_unit, year, act, person, figures_sha256, decided_by, reason, known_from_load)
values ($district, $orgUnit, $year, $act, $person, $sha256, $by, $reason, $load);
