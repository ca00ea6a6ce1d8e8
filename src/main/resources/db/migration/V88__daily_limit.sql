-- The account's day is full: another minute of it does not help.
alter table publication
  drop constraint publication_fault_check,
  add constraint publication_fault_check check (fault in
    ('ACCOUNT', 'BOARD', 'MEDIA', 'LINK', 'TEXT', 'LIMIT', 'CAP', 'HELD', 'UNREACHABLE', 'CONFIGURATION', 'UNKNOWN')),
  drop constraint publication_forecast_fault_check,
  add constraint publication_forecast_fault_check check (forecast_fault in
    ('ACCOUNT', 'BOARD', 'MEDIA', 'LINK', 'TEXT', 'LIMIT', 'CAP', 'UNREACHABLE', 'CONFIGURATION', 'UNKNOWN'));
update publication set fault = 'CAP'
  where fault = 'LIMIT' and state = 'NEEDS_REVIEW' and reason like 'The account already has % are allowed.';
