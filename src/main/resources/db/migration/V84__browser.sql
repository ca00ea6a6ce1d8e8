-- In which browser somebody is signed in, in words, so that they know it again among theirs; empty: it did not say, or this was not kept yet.
alter table session add column browser text not null default '';
