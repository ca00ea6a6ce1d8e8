-- What a comment is about, as a request for changes says it too.
alter table comment add column about text not null default '';
alter table comment add column picture_id bigint references media;
alter table comment add column spot_x integer check (spot_x between 0 and 1000);
alter table comment add column spot_y integer check (spot_y between 0 and 1000);
alter table comment add check ((spot_x is null) = (spot_y is null) and (spot_x is null or picture_id is not null));

-- Which pins had a picture once: asked for each that a guest's page shows as it was before.
create index revision_pictures on revision using gin ((content -> 'pictures') jsonb_path_ops);
