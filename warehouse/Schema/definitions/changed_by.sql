-- The last load by which a definition, the meaning of words of sheets, or a due date that was put off changed, as known at a load; null where none has.
select max(load) from (
  select known_from_load as load from definition where known_from_load <= $load
  union all
  select known_to_load from definition where known_to_load <= $load
  union all
  select known_from_load from alias where known_from_load <= $load
  union all
  select known_from_load from period_lock where open_until is not null and known_from_load <= $load
) changes;
