-- Where everybody is asked, whose own pin it is decides nothing: once the others have, and whoever was missing is gone, nobody
-- is left. Then an admin or owner confirms it here too.
create or replace function who_can_take(which bigint)
returns table (member_id bigint, instead_of_id bigint, barred text)
language sql stable as $$
  select s.member_id, null::bigint, null::text
  from open_seat(which) s
  where s.barred is null or s.barred = 'AWAY'
  union all
  select m.member_id, s.member_id, s.barred
  from review r
  cross join open_seat(which) s
  join membership m on m.workspace_id = r.workspace_id and m.removed_at is null
    and m.role in ('APPROVER', 'ADMIN', 'OWNER') and m.member_id <> s.member_id and m.member_id <> all (s.own)
  where r.id = which and (
    s.barred = 'AWAY' and m.member_id = s.delegate_id
    or m.role in ('ADMIN', 'OWNER') and (s.escalated or s.barred is not null and (
         s.everyone and s.barred <> 'OWN'
         or not exists (select from open_seat(which) o where o.barred is null)
            and not (s.barred = 'OWN'
              and exists (select from decision d where d.review_id = r.id and d.step = r.step)))))
  union all
  select m.member_id, null,
         case when r.steps -> 'steps' -> r.step ->> 'role' is null
                and r.steps -> 'steps' -> r.step -> 'people' = '[]' then 'GUEST' else 'NOBODY' end
  from review r
  join pin p on p.id = r.pin_id
  join revision v on v.id = r.revision_id
  join workspace w on w.id = r.workspace_id
  join membership m on m.workspace_id = r.workspace_id and m.removed_at is null and m.role in ('ADMIN', 'OWNER')
    and (w.authors_may_approve or m.member_id not in (p.author_id, v.made_by_id, r.asked_by_id))
  where r.id = which and r.ended_at is null
    and not exists (select from open_seat(which) o where o.barred is distinct from 'OWN')
    and (not exists (select from open_seat(which))
      or exists (select from decision d where d.review_id = r.id and d.step = r.step))
$$;

select reseat(id) from review where ended_at is null;
