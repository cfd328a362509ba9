-- Mails that a dead process was sending: whether the server took them nobody knows.
update delivery set state = 'uncertain', ended_at = $at, answer = $answer where state = 'sending' and channel = 'mail';
