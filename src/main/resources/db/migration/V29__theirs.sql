-- What somebody made of it at Publer, field by field: an approver may agree to it.
alter table publication add column theirs jsonb not null default '{}';
