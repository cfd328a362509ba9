-- One account; a login that is taken stays whose it is.
insert into account (login, name, mail, password_hash, password_set_at, must_change, created_at, created_by)
values ($login, $name, $mail, $hash, $at, 1, $at, $by)
on conflict (login) do nothing;
