-- The links of who is removed are closed with their place. Those of who was removed before were left open, and would come
-- alive again where their maker comes back; who removed them is not kept.
update guest_link l set revoked_at = now(), revoked_by_id = l.made_by_id
from membership m
where m.workspace_id = l.workspace_id and m.member_id = l.made_by_id and m.removed_at is not null
  and l.revoked_at is null and l.expires_at > now();
