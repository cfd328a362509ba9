-- One row per reminder of a district about dues that fell within a span of days, as known at a load; the latest first.
select district, org_unit, form, period_kind, period_start, period_end, due_date, rung, told, addressee, state, receipt, notice_key, told_on, told_at, known_from_load
from reminder
where district = $district and due_date between $from and $to and known_from_load <= $asOf
order by told_at desc, org_unit, form, period_start, told desc;
