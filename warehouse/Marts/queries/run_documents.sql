-- One row per document of a frozen run, the manifest last.
select run, name, body, sha256 from assessment_result where run = $id order by name = 'manifest', name;
