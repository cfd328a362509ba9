-- One session of somebody.
delete from session where id_hash = $idHash;
