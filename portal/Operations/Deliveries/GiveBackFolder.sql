-- A copy that a dead process was laying: laid again, it finds itself there or not.
update delivery set state = 'pending' where state = 'sending' and channel = 'folder';
