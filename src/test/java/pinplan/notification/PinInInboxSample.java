package pinplan.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.LocalDateTime;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;

class PinInInboxSample implements Sample {
    @Override
    public String path() {
        return "/inbox/read/{pin}";
    }

    @Override
    public String in(People people) {
        LocalDateTime nextYear = LocalDateTime.now().plusYears(1);
        return QuarkusTransaction.requiringNew()
                .call(() -> Things.in(people).submitted(nextYear).id.toString());
    }
}
