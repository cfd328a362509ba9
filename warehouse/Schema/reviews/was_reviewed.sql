-- How often a table waited for a review: what was loaded after it did was accepted by the district.
select count(*) from review where table_id = $table and decision = 'awaiting_review';
