-- Somebody is there.
update session set seen_at = $at where id_hash = $idHash;
