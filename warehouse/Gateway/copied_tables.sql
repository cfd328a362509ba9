-- One row per table of the open store, in order of name.
select table_name from duckdb_tables() where database_name = current_database() and not temporary and not internal order by table_name;
