package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import pinplan.link.Destination;
import pinplan.support.People;
import pinplan.support.Sample;

class DestinationSample implements Sample {
    @Override
    public String path() {
        return "/destinations/{id}";
    }

    @Override
    public String in(People people) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Destination.wanted(people.workspace, "https://example.org/sample")
                        .id
                        .toString());
    }
}
