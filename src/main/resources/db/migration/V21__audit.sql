-- Whoever takes a look at a publication has its turn; what comes back from an earlier turn decides nothing.
alter table publication
  add column turn bigint not null default 0,
  -- how the post at Publer differs from what was approved
  add column drift text,
  -- the difference that a person let be
  add column drift_let_be text;

-- One listing serves all pins of an account and day.
create index publication_watched on publication (publer_account_id, publish_at) where state = 'SCHEDULED';
