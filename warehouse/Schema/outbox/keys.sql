-- The keys of all notices of a kind in a district, carried out or not.
select notice_key from notice_outbox where kind = $kind and district = $district order by notice_key;
