-- It holds up to the day; one that is over already stays as it is.
update account_grant
set to_day = $lastDay, ended_by = $by, ended_at = $at
where grant_id = $grantId and (to_day is null or to_day > $lastDay);
