-- The next table id.
select coalesce(max(table_id), 0) + 1 from submission_table;
