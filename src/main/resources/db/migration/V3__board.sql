-- The mirror of Publer's accounts and boards. Rows are retired, never deleted: pins point at them.

create sequence account_seq increment 50;
create table account (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  publer_id text not null,
  name text not null,
  type text,
  picture text,
  locked boolean not null default false,
  seen_at timestamptz not null,
  retired_at timestamptz,
  unique (workspace_id, publer_id),
  unique (id, workspace_id)
);
create index account_publer_id on account (publer_id);

create sequence board_seq increment 50;
create table board (
  id bigint primary key,
  workspace_id bigint not null,
  account_id bigint not null,
  -- digits, up to 19 of them: text, never a number
  publer_id text not null,
  name text not null,
  seen_at timestamptz not null,
  retired_at timestamptz,
  foreign key (account_id, workspace_id) references account (id, workspace_id),
  unique (account_id, publer_id),
  unique (id, account_id)
);
create index board_workspace on board (workspace_id, account_id, name);

-- How the last look at Publer's accounts and boards ended.
create table board_sync (
  workspace_id bigint primary key references workspace,
  tried_at timestamptz not null,
  synced_at timestamptz,
  problem text
);
