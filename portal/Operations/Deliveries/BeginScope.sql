-- From now on what comes is delivered.
insert into delivery_start (scope, started_at, left_out) values ($scope, $at, $leftOut) on conflict (scope) do nothing;
