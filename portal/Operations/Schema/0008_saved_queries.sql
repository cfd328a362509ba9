-- One row per query that somebody keeps under a name: the address that asks it again.
create table saved_query (
  query_id integer primary key autoincrement,
  login text not null collate nocase,
  name text not null,
  address text not null,
  saved_at text not null,
  unique (login, name)
);
