-- The readings that others take the place of claim nothing any more; their rows stay, for what was known before.
update submission_table set state = 'set_aside' where table_id in (select replaces from reread_scope where replaces is not null);
