-- What was thrown away can be taken back for a while. Then its bytes go; the row stays for whatever still names it.
alter table media add column binned_at timestamptz;
alter table media add column binned_by_id bigint references member;
alter table media add column emptied_at timestamptz;
alter table media add check ((binned_at is null) = (binned_by_id is null));
alter table media add check (emptied_at is null or binned_at is not null);
create index media_bin on media (binned_at) where binned_at is not null and emptied_at is null;
-- Whether anybody points at it.
create index pin_event_picture on pin_event (picture_id) where picture_id is not null;
create index comment_picture on comment (picture_id) where picture_id is not null;
