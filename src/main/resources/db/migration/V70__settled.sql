-- When it was not asked of its member any more: once it is again, they are told again.
alter table notification add column settled_at timestamptz;
