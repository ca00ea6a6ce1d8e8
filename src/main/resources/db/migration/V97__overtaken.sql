-- What people wanted of a pin that was out by then: they hear of it until somebody says that they saw it.
alter table publication add column overtaken text;
