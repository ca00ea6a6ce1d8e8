-- Every change of a pin that was submitted once makes a revision; one may be an earlier one again.
alter table revision add column restored_from integer check (restored_from > 0 and restored_from < number);
alter table revision add foreign key (pin_id, restored_from) references revision (pin_id, number);
