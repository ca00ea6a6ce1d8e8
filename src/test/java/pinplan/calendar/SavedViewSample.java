package pinplan.calendar;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.UUID;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.team.Role;

class SavedViewSample implements Sample {
    @Override
    public String path() {
        return "/calendar/views/{id}";
    }

    @Override
    public String in(People people) {
        String name = UUID.randomUUID().toString();
        return QuarkusTransaction.requiringNew().call(() -> {
            SavedView.keep(
                    people.workspace,
                    people.member(Role.OWNER),
                    name,
                    "/calendar?view=list",
                    true,
                    Instant.parse("2027-03-01T08:00:00Z"));
            return SavedView.<SavedView>find("name", name).firstResult().id.toString();
        });
    }
}
