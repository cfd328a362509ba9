-- One row per element, breakdown and time rule of which a year's value is wanted: the terms of indicators, and every line of a form under its
-- element's own rule.
create or replace temp table slice_wanted as
select distinct t.element, t.breakdown, t.time_rule, (select min(e.kind) from element_as_of($asOf) e where e.element = t.element) as element_kind
from (
  select element, breakdown, time_rule from indicator_term_as_of(make_date($year, 1, 1), $asOf)
  union
  select l.element, l.breakdown, case e.kind when 'flow' then 'sum' else 'last' end
  from dim_form_line l join element_as_of($asOf) e on e.element = l.element
  where l.known_from_load <= $asOf and (l.known_to_load is null or l.known_to_load > $asOf)
) t;
