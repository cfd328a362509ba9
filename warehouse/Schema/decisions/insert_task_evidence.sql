-- One file that shows what was stated about a task.
insert into task_evidence (commitment, file_name, sha256, size, reported_by, known_from_load) values ($commitment, $fileName, $sha256, $size, $by, $load);
