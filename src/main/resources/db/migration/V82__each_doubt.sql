-- Each doubt of a pin is told once: since when it lasts says which it is.
alter table publication add column doubtful_since timestamptz;
update publication set doubtful_since = settled_at where state = 'IN_DOUBT' or state = 'NEEDS_REVIEW' and doubt;
alter table publication
  drop column doubt,
  add constraint publication_in_doubt_check check (state <> 'IN_DOUBT' or doubtful_since is not null);

-- What owners are told of a publication has its beginning too, as what they are told of a lane.
alter table alert drop constraint alert_check2;
update alert a set stands_since = coalesce(p.doubtful_since, p.settled_at) from publication p where p.id = a.publication_id;
alter table alert alter column stands_since set not null;
drop index alert_publication;
create unique index alert_publication on alert (publication_id, kind, stands_since, member_id) where publication_id is not null;
