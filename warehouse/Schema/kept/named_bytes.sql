-- One row per kept file that a row names: as what, by which key, under which hash; null where its size was not written down.
select 'submission' as kind, receipt as key, file_name, sha256, size from submission
union all
select 'edition', edition_id::varchar, file_name, sha256, null::bigint from edition
union all
select 'evidence', commitment, file_name, sha256, size from task_evidence
union all
select 'evidence', 'supervision ' || number, evidence_file, evidence_sha256, null::bigint from supervision_step where evidence_sha256 is not null
order by kind, key, file_name, sha256;
