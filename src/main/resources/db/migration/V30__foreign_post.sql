-- Pins that somebody made in Publer itself, as the last complete listing of their day has them: for the calendar to show.

create sequence foreign_post_seq increment 50;
create table foreign_post (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  account_id bigint not null,
  publer_post_id text not null check (length(publer_post_id) <= 200),
  publish_at timestamptz not null,
  title text not null check (length(title) <= 200),
  text text not null check (length(text) <= 1000),
  published boolean not null,
  post_link text check (post_link ~ '^https?://'),
  -- when the listing began that changed it last: an older one changes nothing
  changed_at timestamptz not null,
  foreign key (account_id, workspace_id) references account (id, workspace_id) on delete cascade,
  unique (account_id, publer_post_id)
);
create index foreign_post_calendar on foreign_post (workspace_id, publish_at, id);

-- When the listing began that is the truth about an account's day (of UTC).
create table foreign_look (
  account_id bigint not null references account on delete cascade,
  on_day date not null,
  listed_at timestamptz not null,
  primary key (account_id, on_day)
);

-- When an account's coming weeks are read again, whether or not it has pins of ours.
create table survey (
  account_id bigint primary key references account on delete cascade,
  due_at timestamptz not null
);
