-- People who are no members and see, comment on or decide some pins by a link.

create sequence guest_link_seq increment 50;
create table guest_link (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  -- null: its pins are in guest_link_pin
  campaign_id bigint,
  name text not null check (length(name) between 1 and 100),
  -- only the SHA-256 of the token is kept
  token_hash bytea not null unique,
  comments boolean not null,
  approves boolean not null,
  passcode_hash text,
  -- wrong passcodes in a row, and until when none is looked at
  failures integer not null default 0,
  blocked_until timestamptz,
  made_by_id bigint not null references member,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by_id bigint references member,
  foreign key (campaign_id, workspace_id) references campaign (id, workspace_id),
  check ((revoked_at is null) = (revoked_by_id is null))
);
create index guest_link_workspace on guest_link (workspace_id, id);

create table guest_link_pin (
  guest_link_id bigint not null references guest_link,
  pin_id bigint not null references pin,
  primary key (guest_link_id, pin_id)
);

-- One person's browser that came by a link and said who they are, or knew its passcode.
create sequence guest_seq increment 50;
create table guest (
  id bigint primary key,
  link_id bigint not null references guest_link,
  name text not null default '' check (length(name) <= 100),
  token_hash bytea not null unique,
  began_at timestamptz not null
);
create index guest_by_link on guest (link_id);

alter table pin_event add column guest_id bigint references guest;
alter table pin_event add column guest_name text not null default '';
alter table pin_event add check (guest_id is null or actor_id is null);
alter table decision alter column member_id drop not null;
alter table decision add column guest_id bigint references guest;
alter table decision add column guest_name text not null default '';
alter table decision add check ((member_id is null) <> (guest_id is null));
alter table comment alter column author_id drop not null;
alter table comment add column guest_id bigint references guest;
alter table comment add column guest_name text not null default '';
alter table comment add check ((author_id is null) <> (guest_id is null) and (guest_id is null or audience = 'EXTERNAL'));
