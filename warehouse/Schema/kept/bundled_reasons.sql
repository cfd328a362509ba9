-- One row per reason known at a load that was given for warnings of a district and some period of a year, in the order given.
select district, org_unit, form, code, line, found, period_from, period_to, words, source, submission_id, given_by, given_at, known_from_load
from explanation
where district = $district and known_from_load <= $asOf and period_from <= $to and period_to >= $from
order by known_from_load, org_unit, form, code, line, words;
