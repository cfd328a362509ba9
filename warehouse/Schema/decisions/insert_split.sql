-- One act of splitting a district's target.
insert into target_split (commitment, year, method, district_target, parts_sum, difference, units, document, decided_on, decided_by, reason, known_from_load)
values ($commitment, $year, $method, $districtTarget, $partsSum, $difference, $parts, $document, $decidedOn, $by, $reason, $load);
