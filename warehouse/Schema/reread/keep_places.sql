-- A re-read table stands in the order of acceptance where the reading before it stood: a later correction stays on top.
update submission_table
set accepted_order = old.accepted_order
from reread_scope r join submission_table old on old.table_id = r.replaces
where submission_table.table_id = r.table_id and submission_table.state = 'loaded' and old.state in ('loaded', 'superseded');
