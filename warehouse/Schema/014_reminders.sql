-- Who was reminded of what (催报): rows are added, never changed.
-- One row per reminder about one due. rung counts working days after the due date as it then was, negative before it; addressee is the
-- unit that was written to (who went on with one that is no more), null where the district's leader was; state and receipt are what stood then.
create table reminder (
  district varchar not null,
  org_unit varchar not null,
  form varchar not null,
  period_kind varchar not null,
  period_start date not null,
  period_end date not null,
  due_date date not null,
  rung integer not null,
  told varchar not null,
  addressee varchar,
  state varchar not null,
  receipt varchar,
  notice_key varchar not null,
  told_on date not null,
  told_at timestamp not null,
  known_from_load bigint not null
);
