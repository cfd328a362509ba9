-- Marks one notice as carried out.
update notice_outbox set copied_at = $now where notice_key = $key and copied_at is null;
