-- What the operator watches, and what owners are told by mail.

-- How many are in each state, and since when, without reading the rows themselves.
create index publication_settled on publication (state, settled_at);

-- Since when a lane has been standing still, however often its pause was prolonged meanwhile.
alter table lane add column stands_since timestamptz;
update lane set stands_since = paused_at;

-- One mail to one owner about one thing. The row is the right to send it: no replica writes it a second time.
create sequence alert_seq increment 50;
create table alert (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  member_id bigint not null references member,
  kind text not null check (kind in ('IN_DOUBT', 'NEEDS_REVIEW', 'LANE_PAUSED')),
  publication_id bigint references publication,
  lane_id bigint references lane,
  -- with the lane: which of its pauses
  stands_since timestamptz,
  raised_at timestamptz not null,
  -- when it is sent, or tried again; null: whoever claimed it is sending it, or it is done
  due_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  sent_at timestamptz,
  check ((kind = 'LANE_PAUSED') = (lane_id is not null)),
  check ((kind = 'LANE_PAUSED') = (publication_id is null)),
  check ((lane_id is null) = (stands_since is null))
);
create unique index alert_publication on alert (publication_id, kind, member_id) where publication_id is not null;
create unique index alert_lane on alert (lane_id, stands_since, workspace_id, member_id) where lane_id is not null;
create index alert_due on alert (due_at) where due_at is not null;
