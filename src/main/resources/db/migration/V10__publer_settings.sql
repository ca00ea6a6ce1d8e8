-- Where a connection comes from, and a tested key that waits for its Publer workspace to be chosen.

alter table publer_connection add column from_environment boolean not null default false;

create sequence offered_key_seq increment 50;
create table offered_key (
  id bigint primary key,
  workspace_id bigint not null unique references workspace,
  base_url text not null,
  sealed_key bytea not null check (length(sealed_key) > 28),
  key_version integer not null,
  -- what the key sees at Publer: a list of id and name
  choices text not null,
  offered_at timestamptz not null
);
