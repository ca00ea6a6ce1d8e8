-- Whether the pages that pins lead to are still there.

alter table destination
  -- as people write it; empty: it is never looked at
  add column link text not null default '' check (length(link) <= 2048),
  -- null: no pin needs it
  add column check_at timestamptz,
  add column checked_at timestamptz,
  add column verdict text check (verdict in ('FINE', 'GONE', 'BROKEN', 'SILENT', 'ELSEWHERE', 'REFUSED')),
  add column http_status integer,
  add column leads_to text,
  add column verdict_since timestamptz,
  add column times integer not null default 0,
  add column troubled boolean not null default false,
  add check ((verdict is null) = (checked_at is null) and (verdict is null) = (verdict_since is null)),
  add check (verdict <> 'ELSEWHERE' or leads_to is not null),
  add check (verdict in ('SILENT') or verdict is null or http_status is not null);
create index destination_check on destination (check_at) where check_at is not null;

create sequence page_check_seq increment 50;
create table page_check (
  id bigint primary key,
  destination_id bigint not null references destination,
  checked_at timestamptz not null,
  verdict text not null check (verdict in ('FINE', 'GONE', 'BROKEN', 'SILENT', 'ELSEWHERE', 'REFUSED')),
  http_status integer,
  leads_to text
);
create index page_check_destination on page_check (destination_id, checked_at);

-- One look at a server at a time, whichever workspace or replica wants it.
create table page_host (
  host text primary key,
  free_at timestamptz not null,
  failures integer not null default 0
);

-- What is there already has its turn within a week, so that nobody is asked for all at once. Names for examples are nobody's.
update destination set
  link = coalesce((select pin.link from pin where pin.destination_id = destination.id and pin.deleted_at is null
    order by pin.id desc limit 1), ''),
  check_at = now() + random() * interval '7 days'
where host !~ '(^|\.)(example\.(com|net|org)|example|test|invalid)$';
