-- Pins that were made from one another: the first of them gives its number.
alter table pin add column family_id bigint,
  add foreign key (family_id, workspace_id) references pin (id, workspace_id);
create index pin_family on pin (family_id) where family_id is not null;
