-- One load.
select load_id, committed_at, cause from load where load_id = $load;
