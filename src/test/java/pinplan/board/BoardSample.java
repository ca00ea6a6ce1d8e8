package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;

class BoardSample implements Sample {
    @Override
    public String path() {
        return "/boards/{id}";
    }

    @Override
    public String in(People people) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Things.in(people).board().id.toString());
    }
}
