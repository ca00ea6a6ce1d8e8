package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDateTime;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;

class PinSample implements Sample {
    @Override
    public String path() {
        return "/pins/{id}";
    }

    @Override
    public String in(People people) {
        LocalDateTime nextYear = LocalDateTime.now().plusYears(1);
        return QuarkusTransaction.requiringNew()
                .call(() -> Things.in(people).submitted(nextYear).id.toString());
    }
}
