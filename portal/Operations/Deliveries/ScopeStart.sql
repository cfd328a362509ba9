-- Since when the scope delivers; no row: it has not begun.
select started_at from delivery_start where scope = $scope;
