-- A named effort with dates, a goal and a colour.

create sequence campaign_seq increment 50;
create table campaign (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  name text not null check (length(name) between 1 and 100),
  goal text not null default '' check (length(goal) <= 200),
  brief text not null default '' check (length(brief) <= 5000),
  starts_on date,
  ends_on date,
  owner_id bigint references member,
  colour text not null,
  -- how many pins it is meant to have; progress is counted against it
  target integer check (target between 1 and 10000),
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 0,
  check (starts_on is null or ends_on is null or starts_on <= ends_on),
  unique (id, workspace_id)
);
create unique index campaign_name on campaign (workspace_id, lower(name)) where archived_at is null;
