-- The state of each delivery. Counted by whoever asks: a computed column has no type while there is no row.
select state from delivery;
