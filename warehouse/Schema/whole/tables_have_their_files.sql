-- Tables of a submission that was never received: must not exist.
select table_id, submission_id, form, org_unit from submission_table
where district = $district and submission_id not in (select submission_id from submission)
order by table_id;
