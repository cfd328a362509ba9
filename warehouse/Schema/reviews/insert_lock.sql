-- One locking, or opening again, of a form's period.
insert into period_lock (district, form, period_start, org_unit, open_until, reason, decided_by, decided_at, known_from_load)
values ($district, $form, $periodStart, $orgUnit, $openUntil, $reason, $by, $now, $load);
