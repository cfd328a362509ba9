-- One row per act on a 督办单 of a district (or of all), as known at a load, in order.
select s.number, s.act, s.on_date, s.words, s.evidence_file, s.evidence_sha256, s.decided_by, s.known_from_load
from supervision_step s
join supervision_order o on o.number = s.number
where s.known_from_load <= $asOf and ($only::varchar is null or o.district = $only)
order by s.known_from_load, s.number;
