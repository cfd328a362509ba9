-- One row 'ok', or one for each thing that is wrong with the file.
pragma integrity_check;
