-- One row: up to which load, submission and edition the store has come.
select (select coalesce(max(load_id), 0) from load)::bigint as load, (select coalesce(max(submission_id), 0) from submission)::bigint as submission,
       (select coalesce(max(edition_id), 0) from edition)::bigint as edition;
