-- Views of the calendar that somebody keeps under a name: for themselves, or for everyone in the workspace.
create sequence saved_view_seq increment 50;
create table saved_view (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  owner_id bigint not null references member,
  name text not null check (length(name) between 1 and 60),
  address text not null check (length(address) <= 2000 and address ~ '^/calendar[?]'),
  shared boolean not null,
  made_at timestamptz not null,
  unique (workspace_id, owner_id, name)
);
