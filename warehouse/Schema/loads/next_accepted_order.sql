-- The next place in the order of acceptance.
select coalesce(max(accepted_order), 0) + 1 from submission_table;
