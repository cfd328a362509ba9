-- Which marts the store has: one row, or none before the first are made.
select hash from marts_made;
