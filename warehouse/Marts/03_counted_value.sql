-- A period as it is written everywhere: 2022, 2022-H1, 2022-Q1, 2022-03, 2022-W09, 2022-03-05, 2021/2025.
create or replace macro period_words(kind, from_day, to_day) as
case kind
  when 'year' then extract(year from from_day)::varchar
  when 'half' then extract(year from from_day)::varchar || '-H' || (case when extract(month from from_day) < 7 then 1 else 2 end)::varchar
  when 'quarter' then extract(year from from_day)::varchar || '-Q' || extract(quarter from from_day)::varchar
  when 'month' then substr(from_day::varchar, 1, 7)
  when 'week' then extract(isoyear from from_day)::varchar || '-W' || lpad(extract(week from from_day)::varchar, 2, '0')
  when 'day' then from_day::varchar
  else extract(year from from_day)::varchar || '/' || extract(year from to_day)::varchar
end;

-- A text for a CSV file: what a spreadsheet program would take for a formula begins with an apostrophe.
create or replace macro csv_text(words) as
case when regexp_matches(words, '^[=+\-@\t\r\n＝＋－＠]') then '''' || words else words end;
