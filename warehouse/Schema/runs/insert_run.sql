-- One frozen run.
insert into assessment_run (run, district, year, through, as_of_load, engine, schemes, corrects, reason, decided_by, decided_at, uncertified, seal, known_from_load)
values ($id, $district, $year, $through, $asOf, $engine, $schemes, $corrects, $reason, $by, $now, $uncertified, $seal, $load);
