package pinplan.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The ways a page or a form is answered: look here, go and look, try again, or someone was faster. */
public final class Answer {
    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private Answer() {}

    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** Done: say so on the next page. */
    public static Response seeOther(String path, String flash) {
        return Response.seeOther(URI.create(path)).cookie(Flash.carrying(flash)).build();
    }

    /** @param way the address that takes back what was done, the change that was taken back, or the page of the pin that it was done to */
    public static Response seeOther(String path, String flash, String way) {
        return Response.seeOther(URI.create(path))
                .cookie(Flash.carrying(flash, way))
                .build();
    }

    /**
     * Some of it was done: say that, and why the rest was not.
     *
     * @param way the address that takes back what was done, the change that was taken back, or null
     */
    public static Response partly(String path, String flash, String way) {
        return Response.seeOther(URI.create(path))
                .cookie(Flash.partly(flash, way))
                .build();
    }

    /** Nothing was done: say why on the page from which it was asked. */
    public static Response refused(String path, String why) {
        return Response.seeOther(URI.create(path)).cookie(Flash.refusing(why)).build();
    }

    /** The form again, with what the person typed and what is wrong with it. */
    public static Response again(TemplateInstance form) {
        return page(422, form);
    }

    /** The form again, because it was changed by someone else in between. */
    public static Response clash(TemplateInstance form) {
        return page(409, form);
    }

    /** The form again, because it was asked too often. */
    public static Response tooMany(TemplateInstance form) {
        return page(429, form);
    }

    public static Response page(TemplateInstance page) {
        return page(200, page);
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page).build();
    }
}
