-- Nothing is delivered there any more; set up again, it begins anew.
delete from delivery_start where scope = $scope;
