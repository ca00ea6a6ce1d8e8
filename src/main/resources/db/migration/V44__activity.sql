-- What everybody did, in words that stay when the things themselves change or go: nothing here points at a pin or a member
-- by a foreign key. Lines are only ever added.
create sequence activity_seq increment 50;
create table activity (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  topic text not null
    check (topic in ('PINS', 'REVIEW', 'PUBLISHING', 'CAMPAIGNS', 'TEAM', 'SETTINGS', 'SIGN_INS')),
  pin_id bigint,
  campaign_id bigint,
  -- the name of what it was done to, as it was then
  thing text not null default '',
  -- null: a guest, or Pinplan itself
  actor_id bigint,
  who text not null default '',
  words text not null,
  note text not null default '',
  -- as JSON, but kept as it was written: its bytes are sealed
  differences text not null default '[]',
  address text not null default '',
  happened_at timestamptz not null
);
-- Each line is bound to all before it by a keyed hash: soon after it was written, so that nobody who writes waits for another.
create table seal (
  workspace_id bigint not null references workspace,
  position bigint not null,
  activity_id bigint not null unique,
  hash bytea not null,
  primary key (workspace_id, position)
);
create table chain (
  workspace_id bigint primary key references workspace,
  length bigint not null default 0,
  head bytea
);
-- What is to be sealed. Without a foreign key: a line that is taken away before leaves its trace here.
create table unsealed (
  activity_id bigint primary key,
  workspace_id bigint not null references workspace,
  since timestamptz not null default now()
);
-- What was written down of pins so far.
insert into activity (id, workspace_id, topic, pin_id, campaign_id, thing, actor_id, who, words, note, happened_at)
select nextval('activity_seq'), e.workspace_id,
  case when e.kind in ('SUBMITTED', 'AGREED', 'APPROVED', 'APPROVAL_VOIDED', 'CHANGES_REQUESTED', 'WITHDRAWN', 'HELD',
                       'RELEASED', 'OVERDUE', 'ASKED_ANEW', 'PUT_OFF', 'ESCALATED', 'TAKEN_OVER') then 'REVIEW'
       when e.kind in ('PUBLISH_NOW', 'RETRIED', 'POSTPONED', 'HANDED_OVER', 'RECALLED', 'PUBLISHED', 'FAILED',
                       'OUTCOME_UNKNOWN', 'RESOLVED') then 'PUBLISHING'
       else 'PINS' end,
  e.pin_id, p.campaign_id, coalesce(nullif(p.title, ''), 'Untitled pin'), e.actor_id,
  coalesce(m.name, case when e.guest_id is not null then e.guest_name || ' (guest)' end, ''),
  lower(replace(e.kind, '_', ' ')), e.note, e.happened_at
from (select * from pin_event order by id) e join pin p on p.id = e.pin_id left join member m on m.id = e.actor_id;
insert into unsealed (activity_id, workspace_id) select id, workspace_id from activity;

create index activity_workspace on activity (workspace_id, happened_at desc, id desc);
create index activity_topic on activity (workspace_id, topic, happened_at desc, id desc);
create index activity_pin on activity (pin_id, happened_at desc, id desc) where pin_id is not null;
create index activity_campaign on activity (campaign_id, happened_at desc, id desc) where campaign_id is not null;
create index activity_actor on activity (workspace_id, actor_id, happened_at desc, id desc);
create index unsealed_workspace on unsealed (workspace_id, activity_id);

create function wait_for_seal() returns trigger language plpgsql as $$
begin
  insert into unsealed (activity_id, workspace_id) values (new.id, new.workspace_id);
  return null;
end $$;
create trigger activity_is_sealed after insert on activity for each row execute function wait_for_seal();

-- A demo goes as a whole, and leaves nothing that anybody would ask for.
create function refuse_to_forget() returns trigger language plpgsql as $$
begin
  if exists (select from workspace w where w.id = old.workspace_id and w.demo) then
    return old;
  end if;
  raise exception '% rows are never changed', tg_table_name;
end $$;
create trigger activity_is_immutable before update on activity for each row execute function refuse_change();
create trigger activity_remains before delete on activity for each row execute function refuse_to_forget();
create trigger activity_stays before truncate on activity for each statement execute function refuse_change();
create trigger seal_is_immutable before update on seal for each row execute function refuse_change();
create trigger seal_remains before delete on seal for each row execute function refuse_to_forget();
create trigger seal_stays before truncate on seal for each statement execute function refuse_change();
