package pinplan.words;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import pinplan.support.People;
import pinplan.support.Sample;

class TemplateSample implements Sample {
    @Override
    public String path() {
        return "/settings/words/templates/{id}";
    }

    @Override
    public String in(People people) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Template.begin(
                                people.workspace, "Sample " + UUID.randomUUID(), new Texts("{board}", "", ""))
                        .id
                        .toString());
    }
}
