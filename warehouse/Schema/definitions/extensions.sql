-- One row per 延期 known at a load, in the order given: an opening of a form's period before which no lock came. It moves the due date.
select opened.district, opened.form, opened.period_start, opened.org_unit, opened.open_until as until
from period_lock opened
where opened.open_until is not null and opened.known_from_load <= $load and not exists (
  select 1 from period_lock locked
  where locked.open_until is null and locked.form = opened.form and locked.period_start = opened.period_start
    and (locked.org_unit is null or locked.org_unit = opened.org_unit) and locked.known_from_load <= opened.known_from_load)
order by opened.known_from_load, opened.form, opened.period_start, opened.org_unit;
