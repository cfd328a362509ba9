-- Once for all connections to a store: whole numbers divide and nulls sort as they do on PostgreSQL.
set global integer_division = true;
set global default_null_order = 'postgres';
-- The statements of a load are many and small; handing them round several threads costs more than it brings (docs/decisions.md).
set global threads = 1;
