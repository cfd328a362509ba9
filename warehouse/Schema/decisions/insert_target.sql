-- One target that somebody set.
insert into target_decision (commitment, org_unit, from_year, to_year, value, document, decided_on, decided_by, reason, known_from_load)
values ($commitment, $orgUnit, $fromYear, $toYear, $value, $document, $decidedOn, $by, $reason, $load);
