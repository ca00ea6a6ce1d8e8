-- Which edition of its pin an event made, so that whoever had it open is told who changed it since; null for older events.
alter table pin_event add column edition integer;

-- Who is changing a pin right now: said again every few seconds by their open page. Nothing is lost with it in a crash.
create unlogged table editing (
  pin_id bigint not null references pin on delete cascade,
  member_id bigint not null references member on delete cascade,
  until_at timestamptz not null,
  primary key (pin_id, member_id)
);
