-- How a member likes the calendar: the day that a week begins with, the clock, and the zone that they are in themselves; null: the workspace's.
alter table member
  add column week_begins text not null default 'MONDAY' check (week_begins in ('MONDAY', 'SATURDAY', 'SUNDAY')),
  add column clock_hours integer not null default 24 check (clock_hours in (12, 24)),
  add column zone text;
