-- Forgets which marts the store has, before they are made anew.
delete from marts_made;
