package pinplan.words;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import pinplan.support.People;
import pinplan.support.Sample;

class SnippetSample implements Sample {
    @Override
    public String path() {
        return "/settings/words/snippets/{id}";
    }

    @Override
    public String in(People people) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Snippet.begin(people.workspace, "Sample " + UUID.randomUUID(), "#lemon")
                        .id
                        .toString());
    }
}
