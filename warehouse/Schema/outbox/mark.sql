-- Marks the notices in notice_scope as carried out.
update notice_outbox set copied_at = $now where copied_at is null and notice_key in (select notice_key from notice_scope);
