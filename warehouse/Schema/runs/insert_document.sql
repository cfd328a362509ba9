-- One document of a frozen run.
insert into assessment_result (run, name, body, sha256) values ($id, $name, $body, $sha256);
