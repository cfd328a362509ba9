-- One row per month-end of a 序时 curve that people have set, as known at a load, in order; of one plan or of all.
select commitment, org_unit, year, month, share, method, decided_by, reason, known_from_load
from target_curve
where known_from_load <= $asOf and ($plan::varchar is null or commitment in (select c.commitment from commitment c where c.plan = $plan))
order by known_from_load, commitment, org_unit, year, month;
