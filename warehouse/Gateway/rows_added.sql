-- More rows of the same statement with other parameters.
insert into laid_aside
{statement}
