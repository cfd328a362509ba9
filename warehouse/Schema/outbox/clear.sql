-- Empties notice_scope.
delete from notice_scope;
