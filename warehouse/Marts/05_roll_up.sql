-- One row per unit and the unit its figures are shown under. Seen as things then were ('then'): itself. Seen as of today ('today'):
-- whoever went on with it, with the product of the shares; share is null where a split on the way has none.
create or replace macro roll_up(in_district, view, as_of) as table
with recursive step as (
  select s.org_unit, s.successor,
         case when s.share is null and count(*) over (partition by s.org_unit) = 1 then 1::decimal(9, 6) else s.share end as share
  from org_unit_successor s
  where s.district = in_district and s.known_from_load <= as_of and (s.known_to_load is null or s.known_to_load > as_of)
),
unit as (select distinct org_unit from org_unit_as_of(in_district, as_of)),
way as (
  select org_unit, org_unit as target, 1::decimal(18, 6) as share, 0 as depth from unit
  union all
  select w.org_unit, s.successor, (w.share * s.share)::decimal(18, 6), w.depth + 1
  from way w join step s on s.org_unit = w.target
  where w.depth < 8
)
select w.org_unit, w.target, w.share
from way w
where case when view = 'today' then not exists (select 1 from step s where s.org_unit = w.target) else w.depth = 0 end;
