-- One row per act of splitting a district's target, as known at a load, in the order in which they were done; of one plan or of all.
select commitment, year, method, district_target, parts_sum, difference, units, document, decided_on, decided_by, reason, known_from_load
from target_split
where known_from_load <= $asOf and ($plan::varchar is null or commitment in (select c.commitment from commitment c where c.plan = $plan))
order by known_from_load, commitment;
