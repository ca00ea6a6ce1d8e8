-- When a complete list of Publer's had it; nothing while none had, or once a later one has not.
alter table publication add column seen_at timestamptz;
update publication set seen_at = settled_at
  where state in ('SCHEDULED', 'RECALLING', 'NEEDS_REVIEW') and publer_post_id is not null and absent_since is null;
