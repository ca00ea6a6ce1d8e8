-- QuickTime and M4V are taken too.
alter table media drop constraint media_content_type_check;
alter table media add check (content_type in ('image/jpeg', 'image/png', 'image/gif', 'video/mp4', 'video/quicktime', 'video/x-m4v'));
alter table media drop constraint media_check1;
alter table media add constraint media_kind_of_content check ((kind = 'VIDEO') = (content_type like 'video/%'));

-- What stands for a film before it plays: a picture, a moment of the film, or both, where the picture was taken at that moment.
alter table pin_media add column cover_id bigint references media;
alter table pin_media add column cover_millis bigint check (cover_millis >= 0);
create index pin_media_cover on pin_media (cover_id) where cover_id is not null;
