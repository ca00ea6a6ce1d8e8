-- Where a pin was handed over: a look at another Publer workspace says nothing about it.
alter table publication
  add column publer_workspace_id text,
  add column publer_url text,
  add constraint publication_place check ((publer_workspace_id is null) = (publer_url is null));
-- What is still looked at was handed over to the workspace that is connected now, as far as anybody knows.
update publication p
  set publer_workspace_id = c.publer_workspace_id, publer_url = c.base_url
  from publer_connection c
  where c.workspace_id = p.workspace_id and p.due_at is not null and p.state <> 'PENDING';
