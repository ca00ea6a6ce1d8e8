package pinplan.web;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.WithPriority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/**
 * Finds what a template calls by a name given further out, past the loops in between. It finds nothing that would not be found
 * without it; but by itself the engine asks each of its hundreds of resolvers at each loop: that was a third of a page's time.
 */
@Singleton
class Surroundings implements ValueResolver {
    void register(@Observes EngineBuilder engine) {
        engine.addValueResolver(this);
    }

    @Override
    public int getPriority() {
        return WithPriority.DEFAULT_PRIORITY + 100;
    }

    /** A name that begins an expression is asked of what is around; any other of the value before it. */
    @Override
    public boolean appliesTo(EvalContext asked) {
        return asked.getBase() instanceof Mapper
                && asked.getBase() == asked.resolutionContext().getData()
                && asked.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext asked) {
        ResolutionContext around = asked.resolutionContext();
        while (around != null && around.getData() instanceof Mapper names) {
            if (names.appliesTo(asked.getName())) {
                CompletionStage<Object> found = names.getAsync(asked.getName());
                if (!(found instanceof CompletedStage<Object> known) || !Results.isNotFound(known.get())) {
                    return found;
                }
            }
            around = around.getParent();
        }
        return Results.notFound(asked);
    }
}
