-- One row per named table (comma-separated): its state now.
select table_id, state from submission_table where table_id in (select unnest(string_split($tables, ','))::bigint);
