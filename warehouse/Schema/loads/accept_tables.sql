-- Tables of a submission that waited for a review are accepted, in their order, under this load.
update submission_table t set state = 'loaded', load_id = $load, accepted_order = $order + w.place
from (select table_id, row_number() over (order by number) - 1 as place from submission_table where submission_id = $submission and state = 'awaiting_review') w
where t.table_id = w.table_id;
