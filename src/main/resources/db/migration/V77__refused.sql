-- When nothing of it could go back, though it was asked for: Ctrl+Z then goes on to what was done before it.
alter table change_set add column refused_at timestamptz;
