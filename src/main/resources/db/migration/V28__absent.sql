-- That a request made nothing can be said only once nothing of it can arrive any more: the database says so, not the code.
alter table attempt
  add column arrives_until timestamptz,
  add column resolved_at timestamptz;

update attempt set arrives_until = deadline_at + interval '5 minutes';
update attempt set resolved_at = greatest(coalesce(ended_at, arrives_until), arrives_until) where outcome = 'ABSENT';

alter table attempt
  alter column arrives_until set not null,
  add constraint attempt_absent check
    (outcome is distinct from 'ABSENT' or not is_open and resolved_at is not null and resolved_at >= arrives_until);
