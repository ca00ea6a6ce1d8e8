-- What a request for changes points at: a field by its label, or a picture and, in thousandths of it, a spot.
alter table pin_event add column about text not null default '';
alter table pin_event add column picture_id bigint references media;
alter table pin_event add column spot_x integer check (spot_x between 0 and 1000);
alter table pin_event add column spot_y integer check (spot_y between 0 and 1000);
alter table pin_event add check ((spot_x is null) = (spot_y is null) and (spot_x is null or picture_id is not null));
