-- One row per message, and whether it has been carried out.
select o.kind, o.district, o.org_unit, s.file_name, o.subject, o.copied_at is not null as carried
from notice_outbox o
left join submission s on s.submission_id = o.submission_id;
