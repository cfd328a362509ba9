-- One row per due known now.
select district, org_unit, form, period_kind, period_start, period_end, due_date, provisional from submission_due where known_to_load is null;
