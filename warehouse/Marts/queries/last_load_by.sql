-- The last load committed by a moment.
select load_id, committed_at, cause from load where committed_at <= $moment order by load_id desc limit 1;
