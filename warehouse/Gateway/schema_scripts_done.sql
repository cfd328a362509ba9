-- Names of the schema scripts that have run.
select script from schema_script;
