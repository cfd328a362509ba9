-- A whole copy of the store as it now is, in one file; writers wait for nothing.
vacuum into $file;
