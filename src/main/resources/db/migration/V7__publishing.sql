-- Orders to publish one approved revision each, and every request that was made for them.

create sequence publication_seq increment 50;
create table publication (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  pin_id bigint not null references pin,
  revision_id bigint not null references revision,
  publer_account_id text not null,
  state text not null check (state in ('PENDING', 'SENDING', 'IN_DOUBT', 'ACCEPTED', 'SCHEDULED', 'PUBLISHED',
                                       'REJECTED', 'NEEDS_REVIEW', 'RECALLING', 'CANCELLED')),
  doubt boolean not null default false,
  -- the instant, always a whole minute, and the zone in which it is written to Publer
  publish_at timestamptz not null check (date_trunc('minute', publish_at) = publish_at),
  zone text not null,
  publish_now boolean not null default false,
  due_at timestamptz,
  tries integer not null default 0,
  looks integer not null default 0,
  prepared_at timestamptz,
  send_deadline_at timestamptz,
  job_id text,
  job_ended_at timestamptz,
  publer_post_id text,
  post_link text,
  absent_since timestamptz,
  recall_wanted boolean not null default false,
  -- Publer refused the create; one complete listing still has to say that nothing is there
  refused boolean not null default false,
  fault text check (fault in ('ACCOUNT', 'BOARD', 'MEDIA', 'LINK', 'TEXT', 'LIMIT', 'UNREACHABLE', 'CONFIGURATION', 'UNKNOWN')),
  reason text not null default '',
  ordered_at timestamptz not null,
  settled_at timestamptz not null,
  -- every state that is not an end has a time at which something wakes it, or waits for a person
  check (due_at is not null or state in ('PUBLISHED', 'REJECTED', 'NEEDS_REVIEW', 'CANCELLED'))
);
-- One living publication per pin, and two pins of one Publer account never share a minute.
create unique index publication_living on publication (pin_id)
  where state not in ('PUBLISHED', 'REJECTED', 'CANCELLED');
create unique index publication_minute on publication (publer_account_id, publish_at)
  where state not in ('REJECTED', 'CANCELLED');
create index publication_due on publication (due_at) where due_at is not null;
create index publication_pin on publication (pin_id, id);
create index publication_workspace on publication (workspace_id, state, publish_at);

create table attempt (
  -- chosen before the request, so that it can be looked up after a lost commit
  id uuid primary key,
  publication_id bigint not null references publication,
  endpoint text not null,
  body text not null,
  body_hash text not null,
  started_at timestamptz not null,
  deadline_at timestamptz not null,
  ended_at timestamptz,
  is_open boolean not null default true,
  outcome text check (outcome in ('ACCEPTED', 'NO_EFFECT', 'THROTTLED', 'DENIED', 'REFUSED', 'UNKNOWN', 'ABSENT')),
  http_status integer,
  answer text
);
-- Never a second create while one is unresolved: the database says so, not the code.
create unique index attempt_open on attempt (publication_id) where is_open;
create index attempt_publication on attempt (publication_id, started_at);

-- What Publer already has of our media, so that a later try does not upload it again.
create table publer_media (
  media_id bigint not null references media,
  publer_workspace_id text not null,
  publer_id text not null,
  uploaded_at timestamptz not null,
  primary key (media_id, publer_workspace_id)
);
