-- Who was told that a pin failed, or has an unknown outcome, has that as read once it is settled.
create index notification_trouble on notification (pin_id) where news in ('FAILED', 'OUTCOME_UNKNOWN') and settled_at is null;
update notification n set settled_at = n.happened_at, read_at = coalesce(n.read_at, n.happened_at)
  from pin p where p.id = n.pin_id and n.news in ('FAILED', 'OUTCOME_UNKNOWN') and p.status <> n.news;
