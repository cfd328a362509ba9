-- What was there before anything was delivered is left out.
update notice set delivery_seen_at = $at where delivery_seen_at is null;
