-- A move remembers the zone and the instant too that it took a pin from: in another zone, or of two times with one name, its clock
-- time alone brings it back elsewhere.
-- A zone that is not known here by its name is not worth a failure: within half an hour nobody would undo it any more.
update changed_pin
set planned_zone = workspace.zone,
  undone = undone or workspace.zone not in (select name from pg_timezone_names),
  publish_at = changed_pin.planned_for at time zone
    case when workspace.zone in (select name from pg_timezone_names) then workspace.zone else 'UTC' end
from change_set join workspace on workspace.id = change_set.workspace_id
where change_set.id = changed_pin.change_set_id and changed_pin.planned_for is not null and changed_pin.planned_zone is null;
