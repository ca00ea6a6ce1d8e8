-- What Publer answered where a step rests on that: so much of it as is kept of any answer.
alter table step
  add column request text,
  add column http_status integer,
  add column answer text check (length(answer) <= 16384),
  add constraint step_heard_check check ((request is null) = (http_status is null) and (request is not null or answer is null));

-- The server's histories that were written to, each since its first start of ours: after a switch-over it is another one.
create table timeline (
  id text primary key,
  seen_at timestamptz not null
);

-- Films keep picture and sound, and nothing that is beside them: whoever sent one with captions is told.
alter table media add column captions_left_out boolean not null default false;

-- What was read long ago is taken away, and the mails that told it.
create index notification_read on notification (read_at) where read_at is not null;
create index mailing_over on mailing (gathered_at) where due_at is null;
