-- One row per value of some elements that counts (its authority's, not taken back) in a district and span, as known at a load, with names and the cell it came from.
with unit as (
  select distinct on (org_unit) org_unit, name from org_unit_as_of($district, $asOf) order by org_unit, valid_from desc
),
named_breakdown as (
  select breakdown, max(name) as name from dim_breakdown where known_from_load <= $asOf and (known_to_load is null or known_to_load > $asOf) group by breakdown
)
select o.district, o.org_unit, o.element, period_words(o.period_kind, o.period_start, o.period_end) as period, o.basis, o.breakdown, o.value, o.state, o.bound,
       coalesce(home.name, o.district) as district_name, coalesce(unit.name, o.org_unit) as org_name, coalesce(e.name, o.element) as element_name,
       coalesce(e.unit, '') as unit, coalesce(b.name, case o.breakdown when 'total' then '合计' else o.breakdown end) as breakdown_name, o.load_id as load, s.receipt, s.file_name as file, t.sheet, o.cell_address as cell
from observation_as_of($district, $from, $to, $asOf) o
left join unit home on home.org_unit = o.district
left join unit on unit.org_unit = o.org_unit
left join element_as_of($asOf) e on e.element = o.element and e.version = o.element_version
left join named_breakdown b on b.breakdown = o.breakdown
left join submission_table t on t.table_id = o.table_id
left join submission s on s.submission_id = t.submission_id
where o.element in (select unnest(string_split($elements, ','))) and o.role = 'authoritative' and o.state <> 'withdrawn' and ($orgUnit::varchar is null or o.org_unit = $orgUnit)
order by o.element, o.org_unit, o.period_start, o.period_end, o.basis, o.breakdown, o.reporter;
