-- Keys of the notices that were marked as carried into the other store.
select notice_key from notice_outbox where copied_at is not null order by notice_key;
