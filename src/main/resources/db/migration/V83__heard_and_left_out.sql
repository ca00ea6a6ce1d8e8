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

-- What needs somebody though the status of its pin does not say so: changed or held at Publer, or out other than approved.
alter table pin add column attention boolean not null default false;
update pin i set attention = true from publication p where p.pin_id = i.id
  and (p.state = 'SCHEDULED' and (p.drift is not null or p.fault is not null)
       or p.state = 'PUBLISHED' and p.drift is not null and p.publish_at > now() - interval '30 days');
create index pin_attention on pin (workspace_id) where attention and deleted_at is null;
alter table notification
  drop constraint notification_news_check,
  add constraint notification_news_check check (news in ('SUBMITTED', 'REMINDED', 'ESCALATED', 'PUT_OFF', 'OVERDUE', 'APPROVED',
    'CHANGES_REQUESTED', 'APPROVAL_VOIDED', 'REVIEW_ENDED', 'WITHDRAWN', 'HELD', 'PUBLISHED', 'FAILED', 'OUTCOME_UNKNOWN',
    'ATTENTION', 'PAGE_TROUBLED', 'COMMENTED', 'ANSWERED', 'MENTIONED'));
drop index notification_trouble;
create index notification_trouble on notification (pin_id)
  where news in ('FAILED', 'OUTCOME_UNKNOWN', 'ATTENTION') and settled_at is null;
