package pinplan.review;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import pinplan.web.Ids;
import pinplan.web.Paging;

/** Which part of what is said somebody looks at: as the address says, or where they just typed something. */
@Unremovable
@RequestScoped
public class Passage {
    private CurrentVertxRequest request;
    private Long at;

    Passage() {}

    @Inject
    Passage(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Of the request that is being answered. */
    public static Passage inForce() {
        return Arc.container().instance(Passage.class).get();
    }

    /** The page that comes shows this one. */
    public void turnTo(Long comment) {
        at = comment;
    }

    /** The one that has to be shown; null: whichever. */
    Long comment() {
        return at != null ? at : number("comment");
    }

    /** @param kind each is paged by itself */
    int page(Threads.Kind kind) {
        Long asked = number(kind.name);
        return Paging.asked(asked == null ? null : (int) Math.min(asked, Integer.MAX_VALUE));
    }

    /** Of which pin, where a page shows many; null: of the only one. */
    Long pin() {
        return number("pin");
    }

    private Long number(String name) {
        return request.getCurrent() == null
                ? null
                : Ids.read(request.getCurrent().request().getParam(name));
    }
}
