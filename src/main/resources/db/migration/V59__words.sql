-- The words that a team keeps under a name: pieces of text, and templates for a whole pin; and what a campaign's drafts begin with.

create sequence snippet_seq increment 50;
create table snippet (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  name text not null check (length(name) between 1 and 100),
  text text not null check (length(text) between 1 and 800),
  version integer not null default 0
);
create unique index snippet_name on snippet (workspace_id, lower(name));

create sequence template_seq increment 50;
create table template (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  name text not null check (length(name) between 1 and 100),
  title text not null default '' check (length(title) <= 100),
  description text not null default '' check (length(description) <= 800),
  alt_text text not null default '' check (length(alt_text) <= 500),
  version integer not null default 0,
  check (title <> '' or description <> '' or alt_text <> '')
);
create unique index template_name on template (workspace_id, lower(name));

alter table campaign
  add column start_board_id bigint references board,
  add column start_link text not null default '' check (length(start_link) <= 2048),
  add column start_template_id bigint references template on delete set null;
create index campaign_start_template on campaign (start_template_id) where start_template_id is not null;
