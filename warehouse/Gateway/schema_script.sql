-- One row per schema script that has run on this store.
create table if not exists schema_script (script varchar not null, ran_at timestamp not null default current_timestamp);
