-- One signature on a held edition.
insert into edition_signature (edition_id, login, signed_at, remark) values ($id, $by, $now, $reason);
