-- One row per schema script that has run, by name.
create table if not exists schema_script (
  name text primary key,
  applied_at text not null
);
