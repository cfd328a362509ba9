-- What the scope had looked at goes with it.
delete from delivery_seen where scope = $scope;
