-- Forgets which marts the store has, before they are made anew.
delete from schema_script where script like 'Marts %';
