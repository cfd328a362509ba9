-- The right password was given: what was wrong before is forgotten.
delete from stranger where login_hash = $hash;
