-- Records a schema script as run.
insert into schema_script (script) values ($script);
