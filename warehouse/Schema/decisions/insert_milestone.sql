-- One statement about a task.
insert into milestone_state (commitment, state, on_date, evidence, decided_by, reason, known_from_load)
values ($commitment, $state, $onDate, $evidence, $by, $reason, $load);
