-- Pictures that were fetched from elsewhere and kept here, and news of pages that are not as they should be.
alter table media
  add column came_from text check (length(came_from) <= 2048),
  add check (came_from is null or origin = 'UPLOAD');

alter table notification
  drop constraint notification_news_check,
  add constraint notification_news_check check (news in ('SUBMITTED', 'REMINDED', 'ESCALATED', 'PUT_OFF', 'OVERDUE', 'APPROVED',
    'CHANGES_REQUESTED', 'APPROVAL_VOIDED', 'HELD', 'PUBLISHED', 'FAILED', 'OUTCOME_UNKNOWN', 'PAGE_TROUBLED', 'COMMENTED',
    'ANSWERED', 'MENTIONED'));
