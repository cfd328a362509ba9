-- An attempt with a login that there is not, counted as TakeAttempt.sql does.
insert into stranger (login_hash, wrong_attempts, seen_at) values ($hash, 1, $now)
on conflict (login_hash) do update set
  wrong_attempts = case when locked_until is null then wrong_attempts + 1 else 1 end,
  locked_until = case when locked_until is null and wrong_attempts + 1 >= $most then $until end,
  seen_at = excluded.seen_at
where locked_until is null or locked_until <= $now;
