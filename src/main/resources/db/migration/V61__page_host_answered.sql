-- When a server answered last, whatever it said: while none does, it may be our own network that fails.
alter table page_host add column answered_at timestamptz;
