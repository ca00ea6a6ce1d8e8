-- What would stop an order, as it was seen a day and an hour before its time; empty when nothing would.
alter table publication
  add column forecast text not null default '',
  add column forecast_fault text check (forecast_fault in
    ('ACCOUNT', 'BOARD', 'MEDIA', 'LINK', 'TEXT', 'LIMIT', 'UNREACHABLE', 'CONFIGURATION', 'UNKNOWN')),
  add column forecast_at timestamptz;
