-- Whoever looks at a workspace is told that something of it changed, as soon as the change is committed: its number on a
-- channel that every replica listens to. Equal notices of one transaction are one.
create function tell_workspace() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'workspace' then
    perform pg_notify('pinplan_changed', new.id::text);
  else
    perform pg_notify('pinplan_changed', new.workspace_id::text);
  end if;
  return null;
end $$;

-- Transactions that notify commit one after the other, so only what can be seen is told: not each step of publishing.
create trigger pin_made_tells after insert on pin for each row execute function tell_workspace();
create trigger pin_tells after update on pin for each row
  when ((old.edition, old.status, old.publish_at, old.deleted_at, old.title, old.post_link)
    is distinct from (new.edition, new.status, new.publish_at, new.deleted_at, new.title, new.post_link))
  execute function tell_workspace();

create trigger campaign_made_tells after insert on campaign for each row execute function tell_workspace();
create trigger campaign_tells after update on campaign for each row
  when (old.* is distinct from new.*) execute function tell_workspace();

create trigger account_made_tells after insert on account for each row execute function tell_workspace();
create trigger account_tells after update on account for each row
  when ((old.name, old.locked, old.retired_at) is distinct from (new.name, new.locked, new.retired_at))
  execute function tell_workspace();

create trigger board_made_tells after insert on board for each row execute function tell_workspace();
create trigger board_tells after update on board for each row
  when ((old.name, old.retired_at) is distinct from (new.name, new.retired_at)) execute function tell_workspace();

create trigger workspace_tells after update on workspace for each row
  when ((old.name, old.zone, old.daily_cap, old.paused_at)
    is distinct from (new.name, new.zone, new.daily_cap, new.paused_at))
  execute function tell_workspace();
