package pinplan.notification;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;
import pinplan.team.Member;
import pinplan.team.Role;

class OptOutSample implements Sample {
    @Override
    public String path() {
        return "/unsubscribe/{token}";
    }

    @Override
    public String in(People people) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            Pin pin = Things.in(people).draft(LocalDateTime.now().plusDays(30));
            Member owner = people.member(Role.OWNER);
            Notification.tell(News.HELD, pin, null, null, "", "", List.of(owner.id), true, Kitchen.now());
            Mailing.Group group = new Mailing.Group(
                    people.workspace.id, owner.id, Pace.BATCHED, Kitchen.now(), people.workspace.zone);
            Mailing.gather(group, Kitchen.now().plus(Duration.ofHours(1)));
            Mailing mailing = Mailing.<Mailing>find("member", owner).firstResult();
            return Arc.container().instance(OptOut.class).get().of(mailing);
        });
    }
}
