-- What a person did in one go and may undo: moves, edits of several pins, deletions; with what each pin was before.
create sequence change_set_seq increment 50;
create table change_set (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  actor_id bigint not null references member,
  kind text not null check (kind in ('MOVE', 'EDIT', 'DELETE')),
  made_at timestamptz not null,
  undone_at timestamptz,
  undone_by_id bigint references member,
  check ((undone_at is null) = (undone_by_id is null)),
  unique (id, workspace_id)
);
create index change_set_made on change_set (workspace_id, made_at desc, id desc);

create sequence changed_pin_seq increment 50;
create table changed_pin (
  id bigint primary key,
  change_set_id bigint not null references change_set,
  pin_id bigint not null references pin,
  -- the pin's edition once it was changed: as long as it has that, nobody changed it since
  edition integer not null,
  edition_before integer not null,
  planned_for timestamp,
  account_id bigint references account,
  board_id bigint references board,
  campaign_id bigint references campaign,
  editorial text not null,
  held_from text,
  approved_fingerprint text,
  status text not null,
  undone boolean not null default false,
  unique (change_set_id, pin_id)
);
create index changed_pin_pin on changed_pin (pin_id);
