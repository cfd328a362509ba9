-- Removes from the current values what supersede.sql has moved.
delete from fact_observation f
using changed c
where f.district = $district and f.period_start between $from and $to
  and c.org_unit = f.org_unit and c.reporter = f.reporter and c.element = f.element and c.period_kind = f.period_kind
  and c.period_start = f.period_start and c.period_end = f.period_end and c.basis = f.basis and c.breakdown = f.breakdown;
