-- When a complete list of Publer's had it; nothing while none had, or once a later one has not.
alter table publication add column seen_at timestamptz;
update publication set seen_at = settled_at
  where state in ('SCHEDULED', 'RECALLING', 'NEEDS_REVIEW') and publer_post_id is not null and absent_since is null;

-- Publer has it, and as it is there it does not go out by itself: owners hear of it before its time.
alter table publication
  drop constraint publication_fault_check,
  add constraint publication_fault_check check (fault in
    ('ACCOUNT', 'BOARD', 'MEDIA', 'LINK', 'TEXT', 'LIMIT', 'HELD', 'UNREACHABLE', 'CONFIGURATION', 'UNKNOWN'));
alter table alert
  drop constraint alert_kind_check,
  add constraint alert_kind_check check (kind in ('IN_DOUBT', 'NEEDS_REVIEW', 'HELD', 'LANE_PAUSED'));
-- Few of those that wait at Publer have one.
create index publication_scheduled_fault on publication (publish_at) where state = 'SCHEDULED' and fault is not null;
