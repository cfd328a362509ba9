-- One 下达 of units' targets.
insert into target_issue (commitment, year, document, decided_on, decided_by, reason, known_from_load)
values ($commitment, $year, $document, $decidedOn, $by, $reason, $load);
