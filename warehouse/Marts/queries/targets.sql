-- One row per commitment and unit of one year, as known at a load: what people decided last, else what the city issued, else the plan's number.
with planned as (
  select commitment, indicator, org_unit, kind, comparator, value, unit, document
  from target
  where district = $district and year = $year and known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf)
),
decided as (
  select commitment, org_unit, value, document, row_number() over (partition by commitment, org_unit order by known_from_load desc) as place
  from target_decision
  where $year between from_year and coalesce(to_year, 9999) and known_from_load <= $asOf
),
issued as (
  select c.commitment, max(o.value) as value
  from commitment c
  join observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $asOf) o
    on o.element = c.issued_by and o.org_unit = $district and o.period_kind = 'year' and o.breakdown = 'total' and o.role = 'authoritative'
   and o.state = 'reported'
  where c.issued_from_above and c.known_from_load <= $asOf and (c.known_to_load is null or c.known_to_load > $asOf)
  group by c.commitment
),
wanted as (
  select commitment, indicator, org_unit, kind, comparator, value, unit, document from planned
  union all
  select p.commitment, p.indicator, d.org_unit, p.kind, p.comparator, null, p.unit, null
  from decided d join planned p on p.commitment = d.commitment
  where d.place = 1 and d.org_unit <> p.org_unit
)
select w.commitment, w.indicator, w.org_unit, $year::integer as year, w.kind, w.comparator,
       coalesce(d.value, i.value, w.value) as value, w.unit,
       case when coalesce(d.value, i.value, w.value) is null then 'awaiting_issue' else 'issued' end as state,
       case when d.value is not null then d.document when i.value is not null then '市下达' else w.document end as document
from wanted w
left join decided d on d.commitment = w.commitment and d.org_unit = w.org_unit and d.place = 1
left join issued i on i.commitment = w.commitment and w.org_unit = $district
order by w.commitment, w.org_unit;
