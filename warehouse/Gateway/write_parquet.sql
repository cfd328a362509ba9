-- All rows laid aside into a file of columns.
copy (select * rename (org_unit as org) from laid_aside) to '{file}' (format parquet);
