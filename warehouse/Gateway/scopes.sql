-- What a load is about, handed to its statements: temporary tables of the one writer.
create temp table if not exists load_scope (table_id bigint not null);
create temp table if not exists element_scope (element varchar not null);
