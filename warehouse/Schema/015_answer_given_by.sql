-- Who answered, where it was not the sender: a reviewer may do so in their place. Null: the sender.
alter table submission_answer add column given_by varchar;
