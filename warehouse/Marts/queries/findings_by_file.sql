-- One row per received file and kind of finding.
select s.channel_unit as org_unit, s.file_name, f.code, f.severity, count(*)::integer as times
from finding f join submission s on s.submission_id = f.submission_id
where f.table_id is null or f.table_id not in (select r.table_id from review r where r.decision = 'reread')
group by s.submission_id, s.channel_unit, s.file_name, f.code, f.severity
order by s.submission_id, f.code;
