-- The next load id: strictly increasing, one writer.
select coalesce(max(load_id), 0) + 1 from load;
