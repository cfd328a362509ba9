-- One row per signature, in the order given.
select edition_id, login, signed_at, remark from edition_signature order by edition_id, signed_at, login;
