-- One browser signs in; not with an account that was closed meanwhile.
insert into session (id_hash, login, begun_at, seen_at, ends_at, from_address, agent)
select $idHash, login, $at, $at, $endsAt, $fromAddress, $agent from account where login = $login and closed_at is null;
