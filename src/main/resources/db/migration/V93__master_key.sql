-- By it the master key is known again, and can't be found out: what is sealed with another one can't be taken back.
create table master_key (
  one boolean primary key default true check (one),
  fingerprint bytea not null
);
-- How many lines, from the first on, were sealed with a master key that is lost, as the one after it marked it.
alter table chain add column lost bigint not null default 0, add column lost_mark bytea;
