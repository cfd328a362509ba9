-- An attempt is counted before the password is looked at, so that many at once have no more guesses than one after another. None while locked.
update account
set
  wrong_attempts = case when locked_until is null then wrong_attempts + 1 else 1 end,
  locked_until = case when locked_until is null and wrong_attempts + 1 >= $most then $until end
where login = $login and (locked_until is null or locked_until <= $now);
