-- Notes that a schema script has run; in the script's own transaction.
insert into schema_script (name, applied_at) values ($name, $at);
