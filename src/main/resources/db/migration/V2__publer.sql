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

-- The sandbox: a Publer of our own for tests and first tries. It knows nothing of the tables above.

create sequence sandbox_world_seq increment 50;
create table sandbox_world (
  id bigint primary key,
  key_digest text not null unique check (key_digest ~ '^[0-9a-f]{64}$'),
  name text not null,
  user_id text not null,
  publer_workspace_id text not null,
  rate_limit integer not null check (rate_limit >= 0),
  daily_cap integer not null check (daily_cap >= 0),
  job_millis integer not null check (job_millis >= 0),
  list_lag_millis integer not null check (list_lag_millis >= 0),
  wrapped boolean not null,
  says_completed boolean not null,
  failures_as_array boolean not null,
  created_at timestamptz not null
);

create sequence sandbox_account_seq increment 50;
create table sandbox_account (
  id bigint primary key,
  world_id bigint not null references sandbox_world on delete cascade,
  publer_id text not null,
  name text not null,
  provider text not null,
  type text not null,
  reauth boolean not null,
  unique (world_id, publer_id)
);

create sequence sandbox_board_seq increment 50;
create table sandbox_board (
  id bigint primary key,
  account_id bigint not null references sandbox_account on delete cascade,
  album_id text not null,
  name text not null,
  gone boolean not null,
  unique (account_id, album_id)
);

create sequence sandbox_media_seq increment 50;
create table sandbox_media (
  id bigint primary key,
  world_id bigint not null references sandbox_world on delete cascade,
  publer_id text not null,
  type text not null,
  name text,
  content_type text,
  byte_count bigint not null,
  sha256 text,
  uploaded_at timestamptz not null,
  unique (world_id, publer_id)
);

create sequence sandbox_post_seq increment 50;
create table sandbox_post (
  id bigint primary key,
  world_id bigint not null references sandbox_world on delete cascade,
  account_id bigint not null references sandbox_account on delete cascade,
  publer_id text not null,
  state text not null,
  type text,
  album_id text,
  title text,
  text text,
  url text,
  media text not null,
  scheduled_at timestamptz not null,
  post_link text,
  error text,
  foreign_made boolean not null,
  made_at timestamptz not null,
  visible_at timestamptz not null,
  deleted_at timestamptz,
  unique (world_id, publer_id)
);
create index sandbox_post_time on sandbox_post (account_id, scheduled_at);
create index sandbox_post_due on sandbox_post (world_id, scheduled_at) where state = 'scheduled' and deleted_at is null;

create sequence sandbox_job_seq increment 50;
create table sandbox_job (
  id bigint primary key,
  world_id bigint not null references sandbox_world on delete cascade,
  publer_id text not null,
  operation text not null,
  body text not null,
  faults text not null,
  run_at timestamptz not null,
  ran_at timestamptz,
  payload text,
  unique (world_id, publer_id)
);
create index sandbox_job_due on sandbox_job (world_id, run_at) where ran_at is null;

create sequence sandbox_fault_seq increment 50;
create table sandbox_fault (
  id bigint primary key,
  world_id bigint not null references sandbox_world on delete cascade,
  fault text not null,
  operations text not null,
  remaining integer not null check (remaining >= 0)
);
create index sandbox_fault_world on sandbox_fault (world_id) where remaining > 0;

create sequence sandbox_request_seq increment 50;
create table sandbox_request (
  id bigint primary key,
  world_id bigint not null references sandbox_world on delete cascade,
  at timestamptz not null,
  operation text not null,
  method text not null,
  path text not null,
  body text not null,
  status integer not null,
  answer text not null,
  faults text not null
);
create index sandbox_request_newest on sandbox_request (world_id, id);
create index sandbox_request_window on sandbox_request (world_id, at);
