-- What matters on a day, whatever is planned for it: a moment with a lead window before it, or a note.
create sequence moment_seq increment 50;
create table moment (
  id bigint primary key,
  workspace_id bigint not null references workspace,
  kind text not null check (kind in ('MOMENT', 'NOTE')),
  name text not null check (length(name) between 1 and 100),
  from_on date not null,
  until_on date not null,
  -- so many days before it the preparing begins; a note has none
  lead_days integer not null default 0 check (lead_days between 0 and 365),
  begins_on date not null generated always as (from_on - lead_days) stored,
  colour text,
  text text not null default '' check (length(text) <= 1000),
  created_at timestamptz not null,
  version integer not null default 0,
  check (from_on <= until_on),
  check (kind = 'MOMENT' or lead_days = 0)
);
-- A page asks for what has not ended before its first day and begins before its last is over.
create index moment_calendar on moment (workspace_id, until_on, begins_on);

-- Open calendars follow; a campaign's dates, name and colour are told already.
create trigger moment_made_tells after insert on moment for each row execute function tell_workspace();
create trigger moment_tells after update on moment for each row
  when (old.* is distinct from new.*) execute function tell_workspace();

create function tell_workspace_of_loss() returns trigger language plpgsql as $$
begin
  perform pg_notify('pinplan_changed', old.workspace_id::text);
  return null;
end $$;
create trigger moment_gone_tells after delete on moment for each row execute function tell_workspace_of_loss();
