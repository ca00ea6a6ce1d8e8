-- How a picture looks, in 64 bits of which pictures that look alike share most. Null: nobody looked yet; a video has none.
alter table media add column look bigint;
create index media_unlooked on media (id) where look is null and kind = 'PHOTO' and emptied_at is null;
