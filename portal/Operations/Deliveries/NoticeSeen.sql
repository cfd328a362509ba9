-- It is decided who gets the notice.
update notice set delivery_seen_at = $at where notice_key = $key;
