-- One table of a submission with its verdict.
insert into submission_table (table_id, submission_id, number, sheet, range, title, form, form_version, district, org_unit, period_kind, period_start, period_end,
                              score, state, load_id, accepted_order)
values ($table, $submission, $number, $sheet, $range, $title, $form, $version, $district, $unit, $kind, $start, $end, $score, $state, $load, $order);
