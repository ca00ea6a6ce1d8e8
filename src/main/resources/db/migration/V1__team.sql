-- Who works where: workspaces, members, their sessions, and how they got in.

create sequence workspace_seq increment 50;
create table workspace (
  id bigint primary key,
  name text not null check (length(name) between 1 and 100),
  zone text not null,
  demo boolean not null default false,
  authors_may_approve boolean not null default false,
  -- minutes before its time at which an approved pin is handed to Publer; null: as soon as approved
  horizon_minutes integer default 1440 check (horizon_minutes between 5 and 20160),
  description_limit integer not null default 500 check (description_limit between 1 and 800),
  daily_cap integer not null default 36 check (daily_cap between 1 and 1000),
  paused_at timestamptz,
  paused_by bigint,
  created_at timestamptz not null,
  version integer not null default 0
);

create sequence member_seq increment 50;
create table member (
  id bigint primary key,
  email text not null check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 100),
  password_hash text not null,
  created_at timestamptz not null
);
create unique index member_email on member (lower(email));
alter table workspace add foreign key (paused_by) references member;

create sequence membership_seq increment 50;
create table membership (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  member_id bigint not null references member,
  role text not null check (role in ('OWNER', 'ADMIN', 'APPROVER', 'CREATOR', 'VIEWER')),
  joined_at timestamptz not null,
  removed_at timestamptz,
  unique (workspace_id, member_id)
);
create index membership_member on membership (member_id);

create sequence invitation_seq increment 50;
create table invitation (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  role text not null check (role in ('OWNER', 'ADMIN', 'APPROVER', 'CREATOR', 'VIEWER')),
  -- only the SHA-256 of the token is kept
  token_hash bytea not null unique,
  invited_by bigint not null references member,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by bigint references member,
  revoked_at timestamptz
);
create index invitation_workspace on invitation (workspace_id);

create sequence session_seq increment 50;
create table session (
  id bigint primary key,
  token_hash bytea not null unique,
  member_id bigint not null references member,
  workspace_id bigint not null references workspace,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- a changed role asks for a new token, given with the next page
  renew boolean not null default false
);
create index session_member on session (member_id);

-- One row per account and per address that failed to sign in; shared by all replicas.
create table sign_in_throttle (
  subject text primary key,
  failures integer not null,
  last_failed_at timestamptz not null,
  blocked_until timestamptz not null
);

create table setup_token (
  token_hash bytea primary key,
  created_at timestamptz not null,
  used_at timestamptz
);
