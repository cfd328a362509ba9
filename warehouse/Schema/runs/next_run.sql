-- The number of the next frozen run.
select coalesce(max(run), 0)::bigint + 1 from assessment_run;
