-- What each table's verdict rests on. A submission may be checked again for one of its tables; the verdicts of the others rest on what they did.
-- The last load known when the table was checked, and when that was; null for tables written before, which were checked with their submission.
alter table submission_table add column checked_load bigint;
alter table submission_table add column checked_at timestamp;
