-- A table of a plan's form is of five years: its start alone does not say which. Null for tables written before, none of which was a plan's.
alter table submission_table add column period_end date;
