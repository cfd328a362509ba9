-- The rows of a statement, laid aside to be written into a file.
create or replace temp table laid_aside as
{statement}
