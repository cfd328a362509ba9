-- Empties what a write is about.
delete from load_scope; delete from element_scope; delete from submission_scope;
