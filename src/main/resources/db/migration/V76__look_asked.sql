-- Somebody asked for a look at Publer, and hears what it found.
alter table publication add column look_asked boolean not null default false;
