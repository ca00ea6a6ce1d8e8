-- Pins of several accounts may be sent with one request. What one of them has to be looked for is sent alone from then on.
alter table publication
  add column shared boolean not null default false,
  add column alone boolean not null default false;

-- What is near its time, what is due in the order in which it became so, and what may be sent along.
create index publication_near on publication (publish_at) where state = 'PENDING';
create index publication_pending on publication (due_at, id) where state = 'PENDING';
-- One answer about a job is an answer for all that went with its request.
create index publication_job on publication (job_id) where state = 'ACCEPTED';
