-- Nobody signs in with it any more.
update account set closed_at = $at, closed_because = $because where login = $login and closed_at is null;
