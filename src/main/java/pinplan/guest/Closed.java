package pinplan.guest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import pinplan.pin.Unsaved;

/** A link that opens nothing, or was closed under somebody's hands: they are told no more than that, and get back what is theirs. */
@Singleton
public class Closed {
    @CheckedTemplate(basePath = "guest")
    static class Templates {
        static native TemplateInstance closed(String sentence, Unsaved unsaved);
    }

    /** A page of its own: the usual one leads to where members sign in. */
    @ServerExceptionMapper
    public Response nowhere(Visit.Nowhere nowhere) {
        return page(nowhere.getMessage(), null);
    }

    /** @param unsaved null: they typed nothing */
    static Response page(String sentence, Unsaved unsaved) {
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.closed(sentence, unsaved).render())
                .build();
    }
}
