-- The form that a pin was made with: sent twice, by a double click or by going back, it makes one pin.
alter table pin add column sheet uuid;
create unique index pin_sheet on pin (workspace_id, sheet) where sheet is not null and deleted_at is null;
