-- The admins have been told.
update account_grant set told_at = $at where grant_id = $grantId;
