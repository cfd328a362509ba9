-- The bound of a sum: exact with at_least is at_least, exact with at_most is at_most, anything else mixed is about.
create or replace macro bound_of_sum(bounds) as
case
  when list_contains(bounds, 'about') or (list_contains(bounds, 'at_least') and list_contains(bounds, 'at_most')) then 'about'
  when list_contains(bounds, 'at_least') then 'at_least'
  when list_contains(bounds, 'at_most') then 'at_most'
  else 'exact'
end;

-- What a bound becomes under the other sign or below the line of a fraction.
create or replace macro bound_turned(bound) as
case bound when 'at_least' then 'at_most' when 'at_most' then 'at_least' else bound end;
