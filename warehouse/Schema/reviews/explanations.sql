-- One row per reason known at a load that speaks of the named units (comma-separated) of a district and of some period that starts from–to,
-- in the order given.
select district, org_unit, form, code, line, found, period_from, period_to, words, source, submission_id, given_by, given_at, known_from_load
from explanation
where district = $district and known_from_load <= $asOf and period_from <= $to and period_to >= $from
  and org_unit in (select unnest(string_split($units, ',')))
order by known_from_load, code, line;
