package pinplan.guest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import pinplan.pin.Unsaved;

/** A link that was closed under somebody's hands: they are told no more than that, and get back what is theirs. */
final class Closed {
    private Closed() {}

    @CheckedTemplate(basePath = "guest")
    static class Templates {
        static native TemplateInstance closed(String sentence, Unsaved unsaved);
    }

    /** @param unsaved null: they typed nothing */
    static Response page(Visit.Nowhere nowhere, Unsaved unsaved) {
        if (unsaved == null) {
            throw nowhere;
        }
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.closed(nowhere.getMessage(), unsaved))
                .build();
    }
}
