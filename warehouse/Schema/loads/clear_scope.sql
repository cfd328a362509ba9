-- Empties what a load is about.
delete from load_scope; delete from element_scope;
