package pinplan.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a person sees instead of the page they wanted: one sentence, a way back, no details of ours. */
@Singleton
public class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    /** PostgreSQL keeps no NUL in a text. */
    private static final String UNTRANSLATABLE = "22021";
    /** It took longer than a statement may. */
    private static final String CANCELLED = "57014";

    @CheckedTemplate(basePath = "web")
    static class Templates {
        /** @param above the address of a page that is above this one; null: none is */
        static native TemplateInstance error(int status, String heading, String sentence, String above);

        /** @param next where who signs in then comes to, as the sign-in page reads it */
        static native TemplateInstance signedOut(String sentence, String next);
    }

    /** The message of a 403, 404 or 409 that we throw is for the person: it says which right is missing, or what became of the link. */
    @ServerExceptionMapper
    public Response web(WebApplicationException e, HttpServerRequest request) {
        Response asked = e.getResponse();
        int status = asked.getStatus();
        if (asked.hasEntity() || status < 400) {
            return asked;
        }
        if (status >= 500) {
            return unexpected(e);
        }
        String sentence = spoken(e) ? e.getMessage() : sentence(status);
        // Whoever asks once more for the address of a form that was refused is led to the page that it is on. Where
        // no address beside it takes a GET, that is a 404.
        String above = status == 404 || status == 405 ? Addresses.above(request.path()) : null;
        Response.ResponseBuilder page = Response.status(status).entity(render(status, sentence, above));
        asked.getHeaders().forEach((name, values) -> values.forEach(value -> page.header(name, value)));
        return page.type(Answer.HTML).build();
    }

    @ServerExceptionMapper
    public Response clash(OptimisticLockException e) {
        return page(409, sentence(409)).build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return page(409, sentence(409)).build();
            }
            if (cause instanceof HttpClosedException) {
                LOG.debug("Whoever asked went away before all that they sent was here");
                return page(400, sentence(400)).build();
            }
            if (cause instanceof SQLException sql && UNTRANSLATABLE.equals(sql.getSQLState())) {
                return page(
                                400,
                                "What you sent holds a character that can't be kept. Go back, remove it and send it again.")
                        .build();
            }
            if (cause instanceof SQLException sql && CANCELLED.equals(sql.getSQLState())) {
                LOG.warnf("Stopped, as it took too long: %s", sql.getMessage());
                return page(
                                503,
                                "This took too long and was stopped. Look at what is done before you try again, or ask for less.")
                        .build();
            }
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(e, "Answered with error %s", number);
        return page(500, "Something went wrong here, not with you. It is in the log as " + number + ".")
                .build();
    }

    /** For refusals before any route is reached. */
    void answer(RoutingContext route, int status, String sentence) {
        route.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Answer.HTML.toString())
                .putHeader("Cache-Control", "no-store")
                .end(render(status, sentence, null));
    }

    /** For rules that said no where no form can show it. */
    public static Response saying(int status, String sentence) {
        return page(status, sentence).build();
    }

    /** To a form: what was typed stays with the browser, which can send it once more. */
    public static Response signedOut(String sentence, String next) {
        return Response.status(403)
                .type(Answer.HTML)
                .entity(Templates.signedOut(sentence, next).render())
                .build();
    }

    private static Response.ResponseBuilder page(int status, String sentence) {
        return Response.status(status).type(Answer.HTML).entity(render(status, sentence, null));
    }

    /** Layouts ask for request-scoped beans; early refusals come before there is a request to them. */
    private static String render(int status, String sentence, String above) {
        TemplateInstance page = Templates.error(status, heading(status), sentence, above);
        ManagedContext request = Arc.container().requestContext();
        if (request.isActive()) {
            return page.render();
        }
        request.activate();
        try {
            return page.render();
        } finally {
            request.terminate();
        }
    }

    private static boolean spoken(WebApplicationException e) {
        return Set.of(403, 404, 409).contains(e.getResponse().getStatus())
                && e.getMessage() != null
                && !e.getMessage().startsWith("HTTP ");
    }

    private static String heading(int status) {
        return switch (status) {
            case 403 -> "Not allowed";
            case 404, 410 -> "Not here";
            case 409 -> "Changed in the meantime";
            case 413 -> "Too large";
            case 500 -> "Something went wrong";
            default -> "That did not work";
        };
    }

    static String sentence(int status) {
        return switch (status) {
            case 403 -> "You may not do this.";
            case 404, 410 -> "There is nothing at this address, or it is not in your workspace.";
            case 405 -> "This address can't be used that way. Start again from the page that led here.";
            case 409 -> "Someone else changed this in the meantime. Go back, compare, and send it again.";
            case 413 -> "What you sent is too large. Go back and choose something smaller.";
            case 415 -> "This address doesn't take what was sent to it.";
            default -> "The address or what was sent to it is not as it should be. Go back and try again.";
        };
    }
}
