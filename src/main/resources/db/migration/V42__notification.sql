-- What members are told of: each has an inbox, and mails as they like them.

-- How a member wants one kind of news by mail; without a row as it usually is.
create sequence preference_seq increment 50;
create table preference (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  member_id bigint not null references member,
  news text not null,
  pace text not null check (pace in ('NOW', 'BATCHED', 'DIGEST', 'OFF')),
  unique (workspace_id, member_id, news)
);

-- One mail to one member: the news that were gathered for it point here. It is kept until it is sent, or said to be given up.
create sequence mailing_seq increment 50;
create table mailing (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  member_id bigint not null references member,
  pace text not null check (pace in ('NOW', 'BATCHED', 'DIGEST')),
  gathered_at timestamptz not null,
  -- when it is sent, or tried again; while somebody sends it, when another may; null: it is over
  due_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  sent_at timestamptz,
  given_up_at timestamptz,
  -- what the mail server said last
  problem text not null default '',
  check (num_nonnulls(due_at, sent_at, given_up_at) = 1)
);
create index mailing_due on mailing (due_at) where due_at is not null;
create index mailing_member on mailing (member_id, workspace_id, id);

create sequence notification_seq increment 50;
create table notification (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  -- who is told
  member_id bigint not null references member,
  news text not null check (news in ('SUBMITTED', 'REMINDED', 'ESCALATED', 'PUT_OFF', 'OVERDUE', 'APPROVED', 'CHANGES_REQUESTED',
                                     'APPROVAL_VOIDED', 'HELD', 'PUBLISHED', 'FAILED', 'OUTCOME_UNKNOWN', 'COMMENTED',
                                     'ANSWERED', 'MENTIONED')),
  pin_id bigint not null references pin,
  comment_id bigint references comment,
  -- null: Pinplan itself, or a guest
  actor_id bigint references member,
  guest_name text not null default '',
  note text not null default '',
  happened_at timestamptz not null,
  read_at timestamptz,
  -- how it is mailed; null: it is not
  pace text check (pace in ('NOW', 'BATCHED', 'DIGEST')),
  mailing_id bigint references mailing,
  check (member_id <> actor_id)
);
create index notification_inbox on notification (member_id, workspace_id, id desc);
create index notification_unread on notification (member_id, workspace_id) where read_at is null;
create index notification_to_mail on notification (workspace_id, member_id, pace, happened_at)
  where pace is not null and mailing_id is null and read_at is null;
create index notification_asking on notification (pin_id, happened_at) where news in ('SUBMITTED', 'REMINDED', 'ESCALATED');
create index notification_mailing on notification (mailing_id) where mailing_id is not null;

create trigger notification_made_tells after insert on notification for each row execute function tell_workspace();

-- Who was asked to decide was reminded so many hours before this time of the pin; once.
create table reminder (
  pin_id bigint not null references pin,
  publish_at timestamptz not null,
  hours integer not null,
  reminded_at timestamptz not null,
  primary key (pin_id, publish_at, hours)
);
