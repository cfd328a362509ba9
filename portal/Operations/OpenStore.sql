-- Settings of every connection: a second process waits instead of failing, rows of other tables must exist, commits reach the disk.
pragma journal_mode = wal;
pragma synchronous = full;
pragma foreign_keys = on;
pragma busy_timeout = 10000;
