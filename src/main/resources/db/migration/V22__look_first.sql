-- A database that was restarted, restored or switched over may have forgotten what was sent: who sends looks first.
alter table publication
  add column look_first boolean not null default false,
  -- when a complete listing last did not have it, so that it may be sent
  add column verified_at timestamptz;
