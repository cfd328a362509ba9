-- One row per frozen run known at a load, in the order of freezing; of one district or of all.
select run, district, year, through, as_of_load, engine, schemes, corrects, reason, decided_by, decided_at, uncertified, seal, known_from_load
from assessment_run
where known_from_load <= $asOf and ($district::varchar is null or district = $district)
order by run;
