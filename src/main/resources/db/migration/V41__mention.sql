-- Whom a comment names.
create table comment_mention (
  comment_id bigint not null references comment on delete cascade,
  member_id bigint not null references member,
  primary key (comment_id, member_id)
);
