-- One row per schema script that has run on this store; beside it the hash of the marts that it has, in one row.
create table if not exists schema_script (script varchar not null, ran_at timestamp not null default current_timestamp);
create table if not exists marts_made (hash varchar not null);
