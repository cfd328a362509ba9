-- One month-end of a 序时 curve.
insert into target_curve (commitment, org_unit, year, month, share, method, decided_by, reason, known_from_load)
values ($commitment, $orgUnit, $year, $month, $share, $method, $by, $reason, $load);
