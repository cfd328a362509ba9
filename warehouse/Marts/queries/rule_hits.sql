-- One row per code of findings in tables: how often it spoke, in how many tables, with how many reasons given, and in how many of those
-- tables a later sheet of the same unit, form and period, judged by all rules, has it no more. $district is null for
-- all districts. A reading that another took the place of is not counted.
with hit as (
  select f.code, t.table_id, t.submission_id, t.org_unit, t.form, t.period_kind, t.period_start,
         count(*) as findings, count(f.explanation) as explained
  from finding f
  join submission_table t on t.table_id = f.table_id
  where ($district::varchar is null or t.district = $district) and t.table_id not in (select r.table_id from review r where r.decision = 'reread')
  group by all
),
fixed as (
  select distinct hit.code, hit.table_id
  from hit
  join submission_table later on later.org_unit = hit.org_unit and later.form = hit.form and later.period_kind = hit.period_kind
    and later.period_start = hit.period_start and later.submission_id > hit.submission_id
    and later.state not in ('received', 'unclear', 'returned', 'set_aside')
  left join finding still on still.table_id = later.table_id and still.code = hit.code
  where still.code is null
)
select hit.code, sum(hit.findings)::integer as hits, count(*)::integer as tables, sum(hit.explained)::integer as explained,
       count(fixed.table_id)::integer as fixed
from hit
left join fixed on fixed.code = hit.code and fixed.table_id = hit.table_id
group by hit.code
order by hit.code;
