-- Who has to agree to a pin, what of that outlives a move, and who did.

-- Of a workspace, or of one of its campaigns instead. Without a row: one approver, and moves are free.
create sequence policy_seq increment 50;
create table policy (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  campaign_id bigint,
  -- {"steps": [{"everyone": false, "role": "APPROVER", "people": []}, …]}; a step without a role is its people's, or
  -- without people a guest's
  steps jsonb not null check (jsonb_typeof(steps -> 'steps') = 'array'),
  moves text not null check (moves in ('FREE', 'WITHIN', 'ALWAYS')),
  moves_days integer not null check (moves_days between 1 and 365),
  late text not null check (late in ('HOLD', 'NEXT_DAY', 'ESCALATE')),
  late_times integer not null check (late_times between 1 and 30),
  version integer not null default 0,
  foreign key (campaign_id, workspace_id) references campaign (id, workspace_id)
);
create unique index policy_workspace on policy (workspace_id) where campaign_id is null;
create unique index policy_campaign on policy (campaign_id) where campaign_id is not null;

-- One asking for agreement to one revision, under the steps that held when it began.
create sequence review_seq increment 50;
create table review (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  pin_id bigint not null references pin,
  revision_id bigint not null references revision,
  steps jsonb not null check (jsonb_array_length(steps -> 'steps') > 0),
  -- which of them is being taken, from 0
  step integer not null default 0,
  asked_by_id bigint not null references member,
  asked_at timestamptz not null,
  -- how often it was put off because its time came first
  put_off integer not null default 0,
  escalated_at timestamptz,
  -- agreed on, or begun anew
  ended_at timestamptz,
  version integer not null default 0
);
create unique index review_open on review (pin_id) where ended_at is null;
create index review_waiting on review (workspace_id, pin_id) where ended_at is null;
create index review_pin on review (pin_id, id);

create sequence decision_seq increment 50;
create table decision (
  id bigint primary key,
  review_id bigint not null references review,
  step integer not null,
  member_id bigint not null references member,
  -- who was asked and is away, gone, or whose own pin it is
  instead_of_id bigint references member,
  -- nobody was left to ask
  confirms boolean not null default false,
  fingerprint text not null,
  decided_at timestamptz not null
);
create unique index decision_seat on decision (review_id, step, coalesce(instead_of_id, member_id)) where not confirms;
create trigger decision_is_immutable before update on decision for each row execute function refuse_change();

alter table membership add column away_until timestamptz;
alter table membership add column delegate_id bigint references member;

-- the time for which it was approved: how far it may be moved is counted from there
alter table pin add column approved_for timestamptz;
update pin set approved_for = publish_at where approved_fingerprint is not null and status <> 'PUBLISHED';

insert into review (id, workspace_id, pin_id, revision_id, steps, asked_by_id, asked_at)
select nextval('review_seq'), p.workspace_id, p.id, p.revision_id,
       '{"steps": [{"everyone": false, "role": "APPROVER", "people": []}]}', r.made_by_id, r.made_at
from pin p join revision r on r.id = p.revision_id
where p.editorial = 'IN_REVIEW' or p.held_from = 'IN_REVIEW';

-- What nobody filled yet of the step that a review is at, and what keeps its member from it.
-- Nobody decides on what they wrote, submitted or moved themselves, unless the workspace says so.
create function open_seat(which bigint)
returns table (everyone boolean, escalated boolean, member_id bigint, delegate_id bigint, own bigint[], barred text)
language sql stable as $$
  select (s.step ->> 'everyone')::boolean, r.escalated_at is not null, m.member_id, m.delegate_id, s.own,
         case when m.member_id = any (s.own) then 'OWN'
              when m.removed_at is not null or m.role not in ('APPROVER', 'ADMIN', 'OWNER') then 'GONE'
              when m.away_until is not null then 'AWAY' end
  from review r
  join pin p on p.id = r.pin_id
  join revision v on v.id = r.revision_id
  join workspace w on w.id = r.workspace_id
  cross join lateral (
    select r.steps -> 'steps' -> r.step as step,
           case when w.authors_may_approve then array[]::bigint[]
                else array[p.author_id, v.made_by_id, r.asked_by_id] end as own) s
  join membership m on m.workspace_id = r.workspace_id
    and case s.step ->> 'role'
          when 'APPROVER' then m.removed_at is null and m.role in ('APPROVER', 'ADMIN', 'OWNER')
          when 'ADMIN' then m.removed_at is null and m.role in ('ADMIN', 'OWNER')
          when 'OWNER' then m.removed_at is null and m.role = 'OWNER'
          else s.step -> 'people' @> to_jsonb(m.member_id) end
  where r.id = which and r.ended_at is null
    and not exists (select from decision d
      where d.review_id = r.id and d.step = r.step and coalesce(d.instead_of_id, d.member_id) = m.member_id)
$$;

-- Who can take the step that a review is at: in a seat of their own, or in that of somebody who can't.
-- A delegate whom that person chose always may; an admin or owner where the step can't go on without that seat, where
-- a day before its time it was asked of them too, and where nobody at all is left. Where a guest is asked they may step
-- in, but it does not wait on them.
create function who_can_take(which bigint)
returns table (member_id bigint, instead_of_id bigint, barred text)
language sql stable as $$
  select s.member_id, null::bigint, null::text
  from open_seat(which) s
  where s.barred is null or s.barred = 'AWAY'
  union all
  select m.member_id, s.member_id, s.barred
  from review r
  cross join open_seat(which) s
  join membership m on m.workspace_id = r.workspace_id and m.removed_at is null
    and m.role in ('APPROVER', 'ADMIN', 'OWNER') and m.member_id <> s.member_id and m.member_id <> all (s.own)
  where r.id = which and (
    s.barred = 'AWAY' and m.member_id = s.delegate_id
    or m.role in ('ADMIN', 'OWNER') and (s.escalated or s.barred is not null and (
         s.everyone and s.barred <> 'OWN'
         or not exists (select from open_seat(which) o where o.barred is null)
            and not (s.barred = 'OWN'
              and exists (select from decision d where d.review_id = r.id and d.step = r.step)))))
  union all
  select m.member_id, null,
         case when r.steps -> 'steps' -> r.step ->> 'role' is null
                and r.steps -> 'steps' -> r.step -> 'people' = '[]' then 'GUEST' else 'NOBODY' end
  from review r
  join pin p on p.id = r.pin_id
  join revision v on v.id = r.revision_id
  join workspace w on w.id = r.workspace_id
  join membership m on m.workspace_id = r.workspace_id and m.removed_at is null and m.role in ('ADMIN', 'OWNER')
    and (w.authors_may_approve or m.member_id not in (p.author_id, v.made_by_id, r.asked_by_id))
  where r.id = which and r.ended_at is null and not exists (select from open_seat(which))
$$;

-- The same of every open review, kept, since every page asks how many wait on whoever looks. Nothing but these triggers
-- writes it, whatever it was that changed who can.
create table waiting (
  review_id bigint not null references review,
  workspace_id bigint not null references workspace,
  pin_id bigint not null references pin,
  member_id bigint not null references member,
  instead_of_id bigint references member,
  barred text check (barred in ('AWAY', 'GONE', 'OWN', 'GUEST', 'NOBODY'))
);
create index waiting_review on waiting (review_id);
create index waiting_member on waiting (workspace_id, member_id, pin_id);
create index waiting_pin on waiting (pin_id);

create function reseat(which bigint) returns void language plpgsql as $$
begin
  -- Two that change who can take one review take turns, and the second sees what the first did.
  perform from review r where r.id = which for update;
  delete from waiting w where w.review_id = which;
  insert into waiting (review_id, workspace_id, pin_id, member_id, instead_of_id, barred)
  select r.id, r.workspace_id, r.pin_id, c.member_id, c.instead_of_id, c.barred
  from review r cross join who_can_take(which) c where r.id = which;
end $$;

-- Who changes single reviews goes on beside others who do; who changes a team goes alone, so that neither misses what the
-- other did. It is waited for before any row is held.
create function beside_others() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('seats', 0));
  return null;
end $$;

create function reseat_review() returns trigger language plpgsql as $$
begin
  perform reseat(new.id);
  return null;
end $$;
create trigger review_beside_others before insert or update on review for each statement execute function beside_others();
create trigger review_begins_seats after insert on review for each row execute function reseat_review();
create trigger review_seats after update on review for each row
  when ((old.step, old.ended_at, old.escalated_at) is distinct from (new.step, new.ended_at, new.escalated_at))
  execute function reseat_review();

create function reseat_decided() returns trigger language plpgsql as $$
begin
  perform reseat(new.review_id);
  return null;
end $$;
create trigger decision_beside_others before insert on decision for each statement execute function beside_others();
create trigger decision_seats after insert on decision for each row execute function reseat_decided();

-- A change of the team is reckoned for the pins that wait; one that comes back to them is reckoned then.
create function reseat_pin() returns trigger language plpgsql as $$
begin
  perform reseat(r.id) from (select id from review where pin_id = new.id and ended_at is null) r;
  return null;
end $$;
create trigger pin_seats after update on pin for each row
  when (new.status = 'IN_REVIEW' and old.status <> 'IN_REVIEW') execute function reseat_pin();

create function reseat_workspace() returns trigger language plpgsql as $$
declare
  ours bigint := case when tg_table_name = 'workspace' then (to_jsonb(new) ->> 'id')::bigint
                      else (to_jsonb(new) ->> 'workspace_id')::bigint end;
begin
  perform pg_advisory_xact_lock(hashtextextended('seats', 0));
  perform reseat(r.id) from (
    select r.id from review r join pin p on p.id = r.pin_id and p.status = 'IN_REVIEW'
    where r.workspace_id = ours and r.ended_at is null order by r.pin_id) r;
  return null;
end $$;
create trigger membership_begins_seats after insert on membership for each row execute function reseat_workspace();
create trigger membership_seats after update on membership for each row
  when ((old.role, old.removed_at, old.away_until, old.delegate_id)
    is distinct from (new.role, new.removed_at, new.away_until, new.delegate_id))
  execute function reseat_workspace();
create trigger workspace_seats after update on workspace for each row
  when (old.authors_may_approve is distinct from new.authors_may_approve) execute function reseat_workspace();

select reseat(id) from review where ended_at is null;

create trigger policy_made_tells after insert on policy for each row execute function tell_workspace();
create trigger policy_tells after update on policy for each row
  when (old.* is distinct from new.*) execute function tell_workspace();
create trigger review_tells after update on review for each row
  when (old.step is distinct from new.step) execute function tell_workspace();
