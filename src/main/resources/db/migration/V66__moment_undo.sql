-- A moment or a note that was changed or deleted can be had back, as pins can: one that was deleted stays for that.
alter table moment add column deleted_at timestamptz;
drop index moment_calendar;
create index moment_calendar on moment (workspace_id, until_on, begins_on) where deleted_at is null;

create sequence changed_moment_seq increment 50;
create table changed_moment (
  id bigint primary key,
  moment_id bigint not null references moment,
  -- the moment's version once it was changed: as long as it has that, nobody changed it since
  version integer not null,
  version_before integer not null,
  kind text not null,
  name text not null,
  from_on date not null,
  until_on date not null,
  lead_days integer not null,
  colour text,
  text text not null
);
create index changed_moment_moment on changed_moment (moment_id);

-- Null where it is a change of pins.
alter table change_set add column moment_id bigint references changed_moment;
create index change_set_moment on change_set (moment_id) where moment_id is not null;
