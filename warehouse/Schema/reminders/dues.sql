-- One row per due of a district known at a load that falls within a span of days.
select district, org_unit, form, period_kind, period_start, period_end, due_date, provisional
from submission_due
where district = $district and due_date between $from and $to and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
order by due_date, form, org_unit, period_start;
