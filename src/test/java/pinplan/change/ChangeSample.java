package pinplan.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import pinplan.pin.Pin;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;
import pinplan.team.Role;

class ChangeSample implements Sample {
    @Override
    public String path() {
        return "/changes/{id}";
    }

    @Override
    public String in(People people) {
        LocalDateTime nextYear = LocalDateTime.now().plusYears(1);
        return QuarkusTransaction.requiringNew().call(() -> {
            Pin pin = Things.in(people).submitted(nextYear);
            return ChangedPin.before(pin)
                    .changedIn(ChangeSet.begin(
                            people.workspace,
                            people.member(Role.OWNER),
                            ChangeSet.Kind.MOVE,
                            LocalDateTime.now(ZoneOffset.UTC).toInstant(ZoneOffset.UTC)))
                    .toString();
        });
    }
}
