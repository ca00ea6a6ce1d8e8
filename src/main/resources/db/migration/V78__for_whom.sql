-- Whom a link is for, in the words of whoever made it: several open ones are told apart by that.
alter table invitation add column for_whom varchar(100) not null default '';
