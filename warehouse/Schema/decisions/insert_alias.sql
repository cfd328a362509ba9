-- One meaning of words, or that they are forgotten (an empty target).
insert into alias (kind, district, words, target, decided_by, known_from_load) values ($kind, $district, $words, $target, $by, $load);
