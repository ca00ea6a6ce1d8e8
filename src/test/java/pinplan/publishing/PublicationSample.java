package pinplan.publishing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDateTime;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;

class PublicationSample implements Sample {
    @Override
    public String path() {
        return "/publishing/{publication}";
    }

    @Override
    public String in(People people) {
        LocalDateTime nextYear = LocalDateTime.now().plusYears(1);
        return QuarkusTransaction.requiringNew()
                .call(() -> Publication.of(Things.in(people).approved(nextYear))
                        .get(0)
                        .id
                        .toString());
    }
}
