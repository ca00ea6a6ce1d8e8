-- What members say about a pin, in threads: a comment that answers another one has that one as its thread.
create sequence comment_seq increment 50;
create table comment (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  pin_id bigint not null references pin,
  thread_id bigint references comment,
  -- of a thread as a whole; guests only ever see what is external
  audience text not null check (audience in ('INTERNAL', 'EXTERNAL')),
  author_id bigint not null references member,
  text text not null check (length(text) <= 5000),
  made_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  resolved_at timestamptz,
  resolved_by_id bigint references member,
  version integer not null default 0,
  check (thread_id is null or resolved_at is null),
  check ((resolved_at is null) = (resolved_by_id is null)),
  -- the trace of a deletion is who and when, not what
  check ((text = '') = (deleted_at is not null))
);
create index comment_pin on comment (pin_id, id);
create index comment_open on comment (workspace_id, pin_id) where thread_id is null and resolved_at is null;

-- How a comment read before its author changed it.
create table comment_wording (
  comment_id bigint not null references comment on delete cascade,
  position integer not null,
  text text not null,
  until_at timestamptz not null,
  primary key (comment_id, position)
);

create trigger comment_made_tells after insert on comment for each row execute function tell_workspace();
create trigger comment_tells after update on comment for each row
  when (old.* is distinct from new.*) execute function tell_workspace();
