-- Empties what a re-reading is about.
delete from reread_scope; delete from submission_scope;
