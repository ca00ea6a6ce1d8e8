-- Pins, what was submitted of them, and everything that happened to them.

create sequence pin_seq increment 50;
create table pin (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  author_id bigint not null references member,
  title text not null default '' check (length(title) <= 100),
  description text not null default '' check (length(description) <= 800),
  link text not null default '' check (length(link) <= 2048),
  account_id bigint,
  board_id bigint,
  campaign_id bigint,
  -- the wall clock that people chose, the zone it is in, and the instant that follows from the two
  planned_for timestamp,
  planned_zone text,
  publish_at timestamptz,
  publish_now boolean not null default false,
  editorial text not null default 'DRAFT'
    check (editorial in ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'ON_HOLD')),
  held_from text check (held_from in ('IN_REVIEW', 'APPROVED')),
  publishing text check (publishing in ('PENDING', 'SENDING', 'IN_DOUBT', 'ACCEPTED', 'SCHEDULED', 'PUBLISHED',
                                        'REJECTED', 'NEEDS_REVIEW', 'RECALLING', 'CANCELLED')),
  doubt boolean not null default false,
  status text not null default 'DRAFT'
    check (status in ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'SCHEDULED', 'PUBLISHING', 'PUBLISHED',
                      'FAILED', 'OUTCOME_UNKNOWN', 'ON_HOLD')),
  revision_id bigint,
  approved_fingerprint text,
  post_link text,
  -- raised by every change that a person makes: a form that is older is refused
  edition integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  foreign key (account_id, workspace_id) references account (id, workspace_id),
  foreign key (board_id, account_id) references board (id, account_id),
  foreign key (campaign_id, workspace_id) references campaign (id, workspace_id),
  check (board_id is null or account_id is not null),
  check ((planned_for is null) = (publish_at is null) and (planned_for is null) = (planned_zone is null)),
  check (editorial <> 'APPROVED' or (approved_fingerprint is not null and revision_id is not null)),
  check ((editorial = 'ON_HOLD') = (held_from is not null)),
  unique (id, workspace_id)
);
create index pin_calendar on pin (workspace_id, publish_at, id) where deleted_at is null;
create index pin_unscheduled on pin (workspace_id, updated_at desc) where deleted_at is null and publish_at is null;
create index pin_status on pin (workspace_id, status, publish_at) where deleted_at is null;
create index pin_campaign on pin (campaign_id, publish_at) where deleted_at is null;
create index pin_board on pin (board_id, publish_at) where deleted_at is null;
create index pin_minute on pin (publish_at, account_id) where deleted_at is null;
create index pin_waiting on pin (publish_at) where editorial = 'IN_REVIEW' and deleted_at is null;

create table pin_media (
  pin_id bigint not null references pin,
  position integer not null check (position between 0 and 4),
  media_id bigint not null references media,
  alt_text text not null default '' check (length(alt_text) <= 500),
  primary key (pin_id, position)
);
create index pin_media_media on pin_media (media_id);

-- An immutable snapshot of everything of a pin that reaches Pinterest.
create sequence revision_seq increment 50;
create table revision (
  id bigint primary key,
  pin_id bigint not null references pin,
  number integer not null,
  content jsonb not null,
  fingerprint text not null,
  made_by_id bigint not null references member,
  made_at timestamptz not null,
  unique (pin_id, number)
);
alter table pin add foreign key (revision_id) references revision;
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed', tg_table_name;
end $$;
create trigger revision_is_immutable before update on revision for each row execute function refuse_change();

create sequence pin_event_seq increment 50;
create table pin_event (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  pin_id bigint not null references pin,
  kind text not null,
  -- null: Pinplan itself
  actor_id bigint references member,
  revision_id bigint references revision,
  note text not null default '',
  happened_at timestamptz not null
);
create index pin_event_pin on pin_event (pin_id, id);
create index pin_event_workspace on pin_event (workspace_id, id);
create trigger pin_event_is_immutable before update on pin_event for each row execute function refuse_change();
