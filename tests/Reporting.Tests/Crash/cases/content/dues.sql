-- One row per form, unit and period owed.
select district, org_unit, form, period_kind, period_start, due_date, provisional, known_to_load is null as stands from submission_due;
