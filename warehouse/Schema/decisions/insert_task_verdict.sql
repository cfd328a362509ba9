-- One verdict on a task.
insert into task_verdict (commitment, verdict, judged_on, judged_by, reason, known_from_load) values ($commitment, $verdict, $onDate, $by, $reason, $load);
