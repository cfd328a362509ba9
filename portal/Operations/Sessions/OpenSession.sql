-- One browser signs in; not with an account that was closed meanwhile.
insert into session (id_hash, login, begun_at, seen_at, ends_at, from_address, agent)
select $IdHash, login, $At, $At, $EndsAt, $FromAddress, $Agent from account where login = $Login and closed_at is null;
