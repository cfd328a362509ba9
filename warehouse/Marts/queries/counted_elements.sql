-- One row per element of which a value counts in a district and span, as known at a load, and how many count.
select element, count(*) as rows
from observation_as_of($district, $from, $to, $asOf)
where role = 'authoritative' and state <> 'withdrawn' and ($orgUnit::varchar is null or org_unit = $orgUnit)
group by element
order by element;
