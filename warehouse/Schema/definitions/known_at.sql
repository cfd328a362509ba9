-- One row per definition known at a load, in the order in which they were entered.
select kind, id, version, issued, file, body, sha256, overrides
from definition
where known_from_load <= $load and (known_to_load is null or known_to_load > $load)
order by kind, known_from_load, rowid;
