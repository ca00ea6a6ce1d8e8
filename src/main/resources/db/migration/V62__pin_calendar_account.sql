-- How full each day is for each account is read from the index of times alone.
create index pin_times on pin (workspace_id, publish_at, id) include (account_id) where deleted_at is null;
drop index pin_calendar;
alter index pin_times rename to pin_calendar;
