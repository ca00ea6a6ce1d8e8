-- Which edition of its pin an event made, so that whoever had it open is told who changed it since; null for older events.
alter table pin_event add column edition integer;
