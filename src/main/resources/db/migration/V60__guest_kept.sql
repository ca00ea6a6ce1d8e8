-- What a guest typed and has not sent is kept for their browser, and goes with the link that they came by.
alter table kept
  alter column member_id drop not null,
  add column guest_id bigint references guest on delete cascade,
  add check ((member_id is null) <> (guest_id is null));
create unique index kept_guest on kept (guest_id, sitting) where guest_id is not null;
