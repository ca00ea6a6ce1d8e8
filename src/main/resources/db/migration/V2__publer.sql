-- Where Publer is for each workspace, and what each Publer key may still ask.

create sequence lane_seq increment 50;
create table lane (
  id bigint primary key,
  -- a keyed digest: it tells keys apart and tells nothing else
  key_digest text not null unique check (key_digest ~ '^[0-9a-f]{64}$'),
  -- when the request budget would be full again
  arrival timestamptz not null,
  paused_at timestamptz,
  -- null while paused: until a person acts
  paused_until timestamptz,
  pause text check (pause in ('THROTTLED', 'DENIED', 'UNREACHABLE')),
  pause_reason text,
  -- in a row, of the transport
  failures integer not null default 0 check (failures >= 0),
  last_error text,
  last_error_at timestamptz,
  last_answer_at timestamptz,
  check ((paused_at is null) = (pause is null)),
  check (paused_until is null or paused_at is not null)
);

create sequence publer_connection_seq increment 50;
create table publer_connection (
  id bigint primary key,
  workspace_id bigint not null unique references workspace,
  base_url text not null check (base_url = 'sandbox:' or base_url ~ '^https?://'),
  publer_workspace_id text not null check (length(publer_workspace_id) between 1 and 64),
  publer_workspace_name text,
  lane_id bigint not null references lane,
  sealed_key bytea not null check (length(sealed_key) > 28),
  key_version integer not null,
  key_last4 text not null check (length(key_last4) in (0, 4)),
  connected_at timestamptz not null
);
create index publer_connection_lane on publer_connection (lane_id);
