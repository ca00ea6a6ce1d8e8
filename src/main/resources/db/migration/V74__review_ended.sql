-- News of a review that a change ended, and of a pin that was withdrawn.
alter table notification
  drop constraint notification_news_check,
  add constraint notification_news_check check (news in ('SUBMITTED', 'REMINDED', 'ESCALATED', 'PUT_OFF', 'OVERDUE', 'APPROVED',
    'CHANGES_REQUESTED', 'APPROVAL_VOIDED', 'REVIEW_ENDED', 'WITHDRAWN', 'HELD', 'PUBLISHED', 'FAILED', 'OUTCOME_UNKNOWN',
    'PAGE_TROUBLED', 'COMMENTED', 'ANSWERED', 'MENTIONED'));
