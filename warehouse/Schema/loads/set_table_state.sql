-- Sets the state of one table.
update submission_table set state = $state where table_id = $table;
