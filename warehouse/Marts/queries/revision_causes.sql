-- One row per indicator, unit and act by which values of one year are no longer what they were between two loads; the last load that touched a value speaks.
-- A change of definitions is a row without indicator: it moves figures whose values stand.
with term as (
  select distinct indicator, element, breakdown from indicator_term_as_of(make_date($year, 1, 1), $later)
),
before as (
  select org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, value, bound, state, known_to_load
  from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $earlier) where role = 'authoritative'
),
after as (
  select org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown, value, bound, state, table_id, load_id
  from observation_as_of($district, make_date($year, 1, 1), make_date($year, 12, 31), $later) where role = 'authoritative'
),
moved as (
  select org_unit, element, breakdown, period_start, b.value is null as is_new, a.table_id,
         case when a.load_id > $earlier then a.load_id else b.known_to_load end as load_id
  from before b full join after a using (org_unit, reporter, element, period_kind, period_start, period_end, basis, breakdown)
  where a.value is distinct from b.value or a.bound is distinct from b.bound or a.state is distinct from b.state
),
-- By whom a load took something back; a load takes back one submission.
taken as (
  select r.load_id, any_value(r.decision) as decision, any_value(r.reason) as reason, any_value(r.decided_by) as decided_by, any_value(t.submission_id) as submission_id
  from review r join submission_table t on t.table_id = r.table_id
  where r.load_id > $earlier and r.load_id <= $later and r.decision in ('withdrawn', 'voided')
  group by r.load_id
),
coded as (
  select submission_id, arg_max(code, requested_at) as code from void_request where code <> 'dropped' group by submission_id
),
-- What was said when it came in its place: at its review, or as 上报说明.
said as (
  select table_id, string_agg(distinct reason, '；' order by reason) as reason
  from (
    select table_id, explanation as reason from finding where explanation is not null
    union all
    select table_id, reason from review where decision in ('loaded', 'reread') and load_id > $earlier and load_id <= $later and reason is not null
  ) words
  where table_id in (select table_id from moved)
  group by table_id
),
acts as (
  select t.indicator, m.org_unit, m.load_id, l.committed_at,
         case when k.decision is not null then k.decision when l.cause = 'definitions' then 'definition' when l.cause = 'reread' then 'reread'
              when m.is_new then 'late' else 'correction' end as kind,
         s.receipt, case when k.decision = 'voided' then c.code end as code, case when k.decision is not null then k.reason else w.reason end as reason,
         case when k.decision is not null then k.decided_by else s.sent_by end as decided_by,
         min(m.period_start) as first_period, bool_or(m.breakdown = t.breakdown) as is_exact
  from moved m
  join term t on t.element = m.element
  left join load l on l.load_id = m.load_id
  left join taken k on k.load_id = m.load_id
  left join submission_table sheet on sheet.table_id = m.table_id
  left join submission s on s.submission_id = coalesce(k.submission_id, sheet.submission_id)
  left join coded c on c.submission_id = k.submission_id
  left join said w on w.table_id = m.table_id
  group by all
)
select indicator, org_unit, load_id, committed_at, kind, receipt, code, reason, decided_by, first_period, is_exact from acts
union all
select '', '', l.load_id, l.committed_at, 'definition', null, null, string_agg(distinct d.kind || ' ' || d.id, '，' order by d.kind || ' ' || d.id), null,
       make_date($year, 1, 1), false
from load l
join definition d on d.known_from_load = l.load_id and d.kind in ('district', 'element', 'breakdown', 'indicator')
where l.load_id > $earlier and l.load_id <= $later and (d.kind <> 'district' or d.id = $district)
group by l.load_id, l.committed_at
order by indicator, org_unit, load_id, kind, receipt;
