-- What somebody typed into a form and has not saved, kept while they type.
create table kept (
  id bigint generated always as identity primary key,
  workspace_id bigint not null references workspace on delete cascade,
  member_id bigint not null references member on delete cascade,
  form text not null check (length(form) <= 60),
  -- one opening of the form: two tabs keep two texts, and neither takes the other's place
  sitting text not null check (sitting ~ '^[0-9a-f]{32}$'),
  fields text not null check (octet_length(fields) <= 65536),
  -- the names of files that were chosen and not sent yet
  files text not null check (length(files) <= 500),
  kept_at timestamptz not null,
  -- saved or thrown away: what comes late from its page is kept no more
  over boolean not null default false,
  check (not over or (fields = '' and files = '')),
  unique (member_id, workspace_id, sitting)
);
create index kept_old on kept (kept_at);
