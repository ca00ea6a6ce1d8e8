-- Whose forgotten password a link replaces; null: it makes a new place.
alter table invitation add column for_member_id bigint references member;
create index invitation_for_member on invitation (for_member_id) where for_member_id is not null;
