-- Those that have ended by themselves.
delete from session where ends_at <= $now or seen_at <= $idleSince;
