-- Those that nobody has tried for long.
delete from stranger where seen_at < $before;
