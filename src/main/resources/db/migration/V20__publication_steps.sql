-- What was promised, what was found, and who decided.

alter table publication
  -- the time that people agreed on; a late pin goes out at another one, and its lateness is counted from here
  add column wanted_at timestamptz,
  -- Publer holds it back for good: it is taken back there first, and then ends with this sentence
  add column refusal text;
update publication set wanted_at = publish_at;
alter table publication alter column wanted_at set not null;

-- A post at Publer belongs to one order of ours.
update publication p set publer_post_id = null
  where exists (select 1 from publication q where q.publer_account_id = p.publer_account_id
                  and q.publer_post_id = p.publer_post_id and q.id > p.id);
create unique index publication_post on publication (publer_account_id, publer_post_id);

-- Everything that was found out or decided about a publication beside its attempts, in order.
create sequence step_seq increment 50;
create table step (
  id bigint primary key,
  publication_id bigint not null references publication,
  -- null: Pinplan itself
  member_id bigint references member,
  sentence text not null check (length(sentence) between 1 and 4000),
  taken_at timestamptz not null
);
create index step_publication on step (publication_id, id);
create trigger step_is_immutable before update on step for each row execute function refuse_change();
