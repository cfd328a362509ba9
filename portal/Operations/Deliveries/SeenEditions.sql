-- The editions that the scope has looked at.
select edition_id from delivery_seen where scope = $scope;
