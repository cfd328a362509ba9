-- One decision about a table.
insert into review (table_id, decision, reason, decided_by, decided_at, load_id) values ($table, $decision, $reason, $by, $now, $load);
