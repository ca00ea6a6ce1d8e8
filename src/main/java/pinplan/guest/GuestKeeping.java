package pinplan.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import pinplan.autosave.Kept;
import pinplan.autosave.Owner;
import pinplan.autosave.Telling;
import pinplan.autosave.Told;
import pinplan.team.Token;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Open;

/** A guest's open forms tell what is typed into them. It is for their own browser alone, which is known from then on. */
@Path("/g/{token}/kept")
@Open(why = "a guest is no member; the token is the key, looked at for each request")
class GuestKeeping {
    /** More than a link's guests leave unsent, and few enough for whoever only means to fill the database. */
    private static final int MOST = 500;

    private final Viewer viewer;
    private final Clock clock;

    GuestKeeping(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.TEXT_PLAIN)
    public Response keep(
            @RestPath String token,
            @CookieParam(GuestPages.COOKIE) String cookie,
            InputStream body,
            @Context HttpServerRequest request)
            throws IOException {
        // As slowly as it may come: nothing of the database waits for it.
        InputStream whole = new ByteArrayInputStream(body.readNBytes(Telling.MOST + 1));
        Instant now = clock.instant();
        Visit visit = Visit.at(token, cookie, viewer, now);
        if (!visit.admitted()) {
            return Telling.words(403, "Not kept: this link asks for its passcode.");
        }
        Token fresh = visit.guest() == null ? Token.fresh() : null;
        Response said = Telling.take(
                whole,
                told -> keep(visit, fresh, told, now),
                sitting -> forget(visit, sitting),
                now,
                visit.link().workspace.zone);
        boolean begun = fresh != null && said.getStatus() == 200 && !"".equals(said.getEntity());
        return begun ? visit.known(said, fresh, request) : said;
    }

    private static Response keep(Visit visit, Token fresh, Told told, Instant now) {
        GuestLink link = visit.link();
        Long before = Kept.guestOf(link.id, told.sitting());
        boolean more = before == null && Kept.byLink(link.id) >= MOST
                || before == null && fresh != null && Guest.nameless(link) >= MOST;
        if (more) {
            return Telling.words(413, "Not kept: too much is kept by this link. Send it.");
        }
        Guest guest = fresh == null ? visit.guest() : Guest.begun(link, before, fresh, now);
        return Telling.kept(Owner.guest(link.workspace, guest.id), told, now);
    }

    private static void forget(Visit visit, String sitting) {
        if (visit.guest() != null) {
            Kept.forget(visit.owner(), sitting);
        }
    }

    @POST
    @Path("/throw-away")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response throwAway(
            @RestPath String token, @CookieParam(GuestPages.COOKIE) String cookie, @RestForm Long id) {
        Instant now = clock.instant();
        Visit visit = Visit.at(token, cookie, viewer, now);
        if (id != null && visit.guest() != null) {
            QuarkusTransaction.requiringNew().run(() -> Kept.throwAway(visit.owner(), id, now));
        }
        return Answer.seeOther(visit.path(), Kept.THROWN_AWAY);
    }
}
