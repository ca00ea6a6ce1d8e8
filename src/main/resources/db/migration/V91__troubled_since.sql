-- Whoever plans a pin to a page hears once of each time of trouble, whatever is wrong in its course.
alter table destination add column troubled_since timestamptz;
update destination set troubled_since = verdict_since where troubled;
create index notification_page on notification (pin_id, happened_at) where news = 'PAGE_TROUBLED';
