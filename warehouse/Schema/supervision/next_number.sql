-- The number of the next 督办单; there is one writer.
select coalesce(max(number), 0) + 1 from supervision_order;
