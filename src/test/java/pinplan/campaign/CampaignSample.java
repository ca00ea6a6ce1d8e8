package pinplan.campaign;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.team.Role;

class CampaignSample implements Sample {
    @Override
    public String path() {
        return "/campaigns/{id}";
    }

    @Override
    public String in(People people) {
        CampaignFields fields = new CampaignFields(
                "Easter " + UUID.randomUUID(),
                "",
                "",
                LocalDate.now(),
                LocalDate.now().plusDays(30),
                people.member(Role.CREATOR),
                Colour.OLIVE,
                null,
                null,
                Start.none());
        return QuarkusTransaction.requiringNew()
                .call(() -> Campaign.begin(people.workspace, fields, Instant.now())
                        .id
                        .toString());
    }
}
