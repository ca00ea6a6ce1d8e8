-- What Publer offered of a media to stand for a film, as it said it; null: it was not kept.
alter table publer_media add column thumbnails jsonb;
