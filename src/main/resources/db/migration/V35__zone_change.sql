-- A change of the workspace's zone is undone like any other, and each pin gets back what it was planned for there.
alter table change_set drop constraint change_set_kind_check;
alter table change_set
  add constraint change_set_kind_check check (kind in ('MOVE', 'EDIT', 'DELETE', 'ZONE')),
  add column zone_before text,
  add column zone_after text,
  add column clock_kept boolean not null default false,
  add check ((kind = 'ZONE') = (zone_before is not null) and (kind = 'ZONE') = (zone_after is not null));
alter table changed_pin
  add column planned_zone text,
  add column publish_at timestamptz;

-- The time-zone data by which the instants of pins were reckoned last: one row.
create table clock_rules (
  one boolean primary key default true check (one),
  version text not null,
  applied_at timestamptz not null
);
