-- The time that a pin had when somebody agreed to it: whether they are asked again once it is moved.
alter table decision add column publish_at timestamptz;
-- Nobody wrote down which it was: those whose word still counts agreed to the one that the pin has now.
alter table decision disable trigger decision_is_immutable;
update decision d set publish_at = p.publish_at
from review r join pin p on p.id = r.pin_id
where r.id = d.review_id and r.ended_at is null;
alter table decision enable trigger decision_is_immutable;
