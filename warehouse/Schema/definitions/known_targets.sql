-- One row per target that plans have set and that is known now.
select district, commitment, indicator, org_unit, year, kind, comparator, value, unit, state, document
from target where known_to_load is null and definition = 'targets';
