-- On every connection: whole numbers divide and nulls sort as they do on PostgreSQL.
set integer_division = true;
set default_null_order = 'postgres';
