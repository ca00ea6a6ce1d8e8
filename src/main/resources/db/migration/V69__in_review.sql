-- What is in review, the first to go out first: the desk looks through all of it for what waits on somebody else.
create index pin_in_review on pin (workspace_id, publish_at, id) where status = 'IN_REVIEW' and deleted_at is null;
