-- One key of the web framework.
insert into web_key (name, xml) values ($name, $xml) on conflict (name) do update set xml = excluded.xml;
