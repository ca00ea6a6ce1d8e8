-- What the last look saw in the place of a pin whose outcome is unknown: a person may say that it is the pin.
alter table publication
  add column candidates text not null default '';
