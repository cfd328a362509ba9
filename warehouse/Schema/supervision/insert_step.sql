-- One act on a 督办单.
insert into supervision_step (number, act, on_date, words, evidence_file, evidence_sha256, decided_by, known_from_load)
values ($number, $act, $onDate, $words, $evidenceFile, $evidenceSha256, $by, $load);
