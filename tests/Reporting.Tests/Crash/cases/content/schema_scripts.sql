-- Each script ran once.
select script from schema_script;
