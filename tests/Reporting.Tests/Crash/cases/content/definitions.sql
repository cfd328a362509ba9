-- One row per definition known, and whether it still stands.
select definition, sha256, known_to_load is null as stands from definition;
