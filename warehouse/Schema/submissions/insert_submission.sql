-- One received file.
insert into submission (submission_id, receipt, file_name, sha256, size, channel, channel_unit, arrival, sent_by, received_at)
values ($id, $receipt, $fileName, $sha256, $size, $channel, $unit, $arrival, $sentBy, $receivedAt);
