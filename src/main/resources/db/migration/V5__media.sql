-- What pins show: uploaded files, and pictures elsewhere that Publer fetches itself.

create sequence media_seq increment 50;
create table media (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  kind text not null check (kind in ('PHOTO', 'VIDEO')),
  origin text not null check (origin in ('UPLOAD', 'URL')),
  file_name text not null check (length(file_name) between 1 and 200),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/gif', 'video/mp4')),
  byte_count bigint not null check (byte_count > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  duration_millis bigint check (duration_millis > 0),
  -- of the bytes that are sent; for a URL, of the bytes that were there when it was saved
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  store_key text not null unique check (store_key ~ '^[0-9a-f]{32}$'),
  source_url text check (length(source_url) <= 2048),
  thumbnail_url text check (length(thumbnail_url) <= 2048),
  added_by_id bigint not null references member,
  added_at timestamptz not null,
  check ((kind = 'VIDEO') = (duration_millis is not null)),
  check ((kind = 'VIDEO') = (content_type = 'video/mp4')),
  check ((origin = 'URL') = (source_url is not null)),
  check ((origin = 'URL') = (thumbnail_url is not null))
);

-- The same bytes are kept once in a workspace.
create unique index media_upload on media (workspace_id, sha256) where origin = 'UPLOAD';
create unique index media_url on media (workspace_id, source_url, thumbnail_url, sha256) where origin = 'URL';
-- The Media page: newest first.
create index media_newest on media (workspace_id, id desc);
