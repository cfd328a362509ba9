-- One quarter's words about a task.
insert into task_quarter (commitment, quarter_start, words, reported_by, known_from_load) values ($commitment, $start, $words, $by, $load);
