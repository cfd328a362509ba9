-- One query under a name; under the same name it takes the place of the one before. Of one login at most some: beyond them nothing is written.
insert into saved_query (login, name, address, saved_at)
select $login, $name, $address, $savedAt
where (select count(*) from saved_query where login = $login and name <> $name) < $most
on conflict (login, name) do update set address = excluded.address, saved_at = excluded.saved_at;
