-- Where pins lead, what tags their links get, and how far apart pins to one page are to be.

create table link_rules (
  workspace_id bigint primary key references workspace,
  tags text not null default '',
  tags_replace boolean not null default false,
  spacing_days integer not null default 7 check (spacing_days between 0 and 365),
  host_days text not null default '',
  version integer not null default 0
);

alter table campaign
  -- else the workspace's
  add column own_tags boolean not null default false,
  add column tags text not null default '',
  add column tags_replace boolean not null default false;

create sequence destination_seq increment 50;
create table destination (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  -- written in one way, without its scheme
  address text not null,
  host text not null,
  own_days integer check (own_days between 0 and 365),
  spacing_days integer not null check (spacing_days between 0 and 365),
  check (own_days is null or own_days = spacing_days),
  unique (id, workspace_id)
);
-- Addresses are longer than an index takes.
create unique index destination_address on destination (workspace_id, md5(address));
create index destination_host on destination (workspace_id, host);

alter table pin
  -- with its tags: what ships
  add column final_link text not null default '' check (length(final_link) <= 2048),
  add column destination_id bigint,
  -- why it is closer to others than the rule says
  add column spacing_reason text not null default '' check (length(spacing_reason) <= 500),
  add foreign key (destination_id, workspace_id) references destination (id, workspace_id);
update pin set final_link = link where link <> '';
create index pin_destination on pin (destination_id, planned_for) where deleted_at is null;
-- Two of one title are pointed out.
create index pin_title on pin (workspace_id, lower(title)) where title <> '' and deleted_at is null;

-- As it was typed; null where it was what shipped.
alter table revision add column link text;
