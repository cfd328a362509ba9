-- Notes which marts the store has now.
insert into marts_made (hash) values ($hash);
