-- What else a calendar shows: pins that were made in Publer, views that are shared, and that the page behind a link is not as it
-- should be. Not when each of them was looked at last.
create trigger foreign_post_made_tells after insert on foreign_post for each row execute function tell_workspace();
create trigger foreign_post_tells after update on foreign_post for each row
  when ((old.account_id, old.publish_at, old.title, old.text, old.published, old.post_link)
    is distinct from (new.account_id, new.publish_at, new.title, new.text, new.published, new.post_link))
  execute function tell_workspace();
create trigger foreign_post_gone_tells after delete on foreign_post for each row execute function tell_workspace_of_loss();

create trigger saved_view_made_tells after insert on saved_view for each row
  when (new.shared) execute function tell_workspace();
create trigger saved_view_tells after update on saved_view for each row
  when ((old.shared or new.shared) and (old.name, old.address, old.shared) is distinct from (new.name, new.address, new.shared))
  execute function tell_workspace();
create trigger saved_view_gone_tells after delete on saved_view for each row
  when (old.shared) execute function tell_workspace_of_loss();

create trigger destination_tells after update on destination for each row
  when (old.troubled is distinct from new.troubled) execute function tell_workspace();
