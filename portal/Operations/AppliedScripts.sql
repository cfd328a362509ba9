-- The names of the schema scripts that have run.
select name from schema_script order by name;
