-- One thing for one recipient; what is put down already stays as it is, whichever entry or run comes upon it again.
insert into delivery (kind, thing, channel, recipient, name, title, body, mail_key, state, recorded_at)
values ($Kind, $Thing, $Channel, $Recipient, $Name, $Title, $Body, $MailKey, 'pending', $At)
on conflict (kind, thing, channel, recipient) do nothing;
