-- What told that an approval was void is read by itself once the pin has one again.
create index notification_voided on notification (pin_id) where news = 'APPROVAL_VOIDED' and settled_at is null;
