-- Empties bytes_scope.
delete from bytes_scope;
