-- The edition needs no second look in this scope.
insert into delivery_seen (scope, edition_id) values ($scope, $edition) on conflict do nothing;
