-- One row per unit, element and target: the unit under which its figures are shown, or the district whose total they are part of.
-- A total is a sum only where the element adds up and the district does not report it itself.
-- Seen as things then were ('then'): itself. Seen as of today ('today'):
-- whoever went on with it, with the product of the shares; share is null where a split on the way has none.
create or replace temp table slice_target as
with recursive step as (
  select s.org_unit, s.successor,
         case when s.share is null and count(*) over (partition by s.org_unit) = 1 then 1::decimal(9, 6) else s.share end as share
  from org_unit_successor s
  where s.district = $district and s.known_from_load <= $asOf and (s.known_to_load is null or s.known_to_load > $asOf)
),
unit as (select distinct org_unit from org_unit_as_of($district, $asOf)),
way as (
  select org_unit, org_unit as target, 1::decimal(18, 6) as share, 0 as depth from unit
  union all
  select w.org_unit, s.successor, (w.share * s.share)::decimal(18, 6), w.depth + 1
  from way w join step s on s.org_unit = w.target
  where w.depth < 8
),
shown as (
  select w.org_unit, w.target, w.share
  from way w
  where case when $view = 'today' then not exists (select 1 from step s where s.org_unit = w.target) else w.depth = 0 end
),
part as (select distinct org_unit from org_unit_as_of($district, $asOf) where counts and kind in ('township', 'park'))
select s.org_unit, s.target, s.share, e.element
from shown s cross join (select distinct element from element_as_of($asOf)) e
union all
select p.org_unit, $district, 1::decimal(18, 6), e.element
from part p join element_as_of($asOf) e on e.rollup = 'sum' and not e.district_reports
group by p.org_unit, e.element;
