-- One load. A writer that asked for the time and then waited for its turn must not seem to come before the one it waited for.
insert into load (load_id, committed_at, cause)
select $load, greatest($now::timestamp, max(committed_at)), $cause from load;
