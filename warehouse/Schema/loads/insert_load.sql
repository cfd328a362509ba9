-- One load.
insert into load (load_id, committed_at, cause) values ($load, $now, $cause);
