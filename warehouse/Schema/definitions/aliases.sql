-- One row per words that a person gave a meaning, as known at a load: what was said last, unless that was to forget it.
with said as (
  select kind, district, words, target, decided_by, known_from_load,
         row_number() over (partition by kind, district, words order by known_from_load desc, rowid desc) as place
  from alias
  where known_from_load <= $load
)
select kind, district, words, target, decided_by, known_from_load
from said
where place = 1 and target <> ''
order by kind, district, words;
