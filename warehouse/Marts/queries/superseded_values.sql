-- One row per value of some elements (comma-separated) of some units (comma-separated) in the months of a year that stood before a load and no more at it: from which load until which, and what took its place.
select h.org_unit, h.reporter, h.element, h.breakdown, h.period_kind, h.period_start, h.basis, h.value, h.state, s.receipt, s.file_name, t.sheet, h.cell_address,
       s.sent_by, s.received_at, h.load_id, h.known_to_load, l.committed_at as ended_at, l.cause
from fact_observation_history h
left join submission_table t on t.table_id = h.table_id
left join submission s on s.submission_id = t.submission_id
left join load l on l.load_id = h.known_to_load
where h.district = $district and h.period_start between make_date($year, 1, 1) and make_date($year, 12, 31) and month(h.period_end) <= $through
  and h.role = 'authoritative' and h.known_to_load <= $asOf
  and h.org_unit in (select unnest(string_split($units, ','))) and h.element in (select unnest(string_split($elements, ',')))
order by h.known_to_load desc, h.org_unit, h.element, h.breakdown, h.period_start, h.basis, h.reporter
limit $most;
