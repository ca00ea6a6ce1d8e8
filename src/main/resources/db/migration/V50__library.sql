-- How people call, sort and describe their media, and find them again.
alter table media add column name text not null default '' check (length(name) <= 100);
alter table media add column tags text[] not null default '{}' check (cardinality(tags) <= 20);
-- offered wherever it is added to a pin
alter table media add column alt_text text not null default '' check (length(alt_text) <= 500);
-- raised by every change: a form that is older is refused
alter table media add column edition integer not null default 1;
create index media_tags on media using gin (tags);
-- Which tags there are to choose from.
create index media_tagged on media (workspace_id) where tags <> '{}';
