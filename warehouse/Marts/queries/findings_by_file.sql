-- One row per received file and kind of finding.
select s.channel_unit as org_unit, s.file_name, f.code, f.severity, count(*)::integer as times
from finding f join submission s on s.submission_id = f.submission_id
group by s.submission_id, s.channel_unit, s.file_name, f.code, f.severity
order by s.submission_id, f.code;
