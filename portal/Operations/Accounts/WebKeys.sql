-- The web framework's keys.
select xml from web_key order by name;
