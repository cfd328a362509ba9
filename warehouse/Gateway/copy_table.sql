-- All rows of one table into the same table of the store beside it.
delete from kept.main.{table};
insert into kept.main.{table} select * from main.{table};
