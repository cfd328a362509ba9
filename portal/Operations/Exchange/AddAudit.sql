-- One deciding verb that was asked for.
insert into audit (at, login, verb, arguments, reason, exit_code, message, from_address)
values ($At, $Login, $Verb, $Arguments, $Reason, $ExitCode, $Message, $FromAddress);
