package pinplan.team;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pinplan.web.Caller;
import pinplan.web.ErrorPages;
import pinplan.web.Habits;
import pinplan.web.Open;
import pinplan.web.Referer;
import pinplan.web.Whereabouts;

/** Stands before every route: learns who is looking, and lets in only whom the route's {@link Needs} or {@link Open} allows. */
public class Gate {
    private static final String RENEWED = Gate.class.getName() + ".renewed";

    /** Sent by an open page that follows what happens: nobody may be sitting before it. */
    static final String LIVE = Caller.LIVE;

    private final Viewer viewer;
    private final Habits habits;
    private final Whereabouts whereabouts;
    private final CurrentVertxRequest current;
    private final Clock clock;

    Gate(Viewer viewer, Habits habits, Whereabouts whereabouts, CurrentVertxRequest current, Clock clock) {
        this.viewer = viewer;
        this.habits = habits;
        this.whereabouts = whereabouts;
        this.current = current;
        this.clock = clock;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public Optional<Response> admit(ResourceInfo route, ContainerRequestContext request) {
        HttpServerRequest http = current.getCurrent().request();
        whereabouts.are(Caller.address(http), http.getHeader(HttpHeaders.USER_AGENT));
        boolean open = rule(route.getResourceMethod(), Open.class) != null;
        // An open route on an event loop, such as health, may not wait for the database and has no use for a name.
        if (!open || BlockingOperationControl.isBlockingAllowed()) {
            recognise(route, request, SessionCookie.secure(http));
        }
        if (open) {
            return Optional.empty();
        }
        Needs needs = rule(route.getResourceMethod(), Needs.class);
        if (needs == null) {
            throw new ForbiddenException("This address says nothing about who may use it, so nobody may.");
        }
        if (viewer.known()) {
            if (!viewer.may(needs.value())) {
                writeDown(needs.value(), request);
            }
            viewer.must(needs.value());
            return Optional.empty();
        }
        if (asksForPage(request, http)) {
            return Optional.of(Response.seeOther(signIn(http)).build());
        }
        String sentence = "Sign in to " + needs.value().words() + ".";
        if (request.getMethod().equals(HttpMethod.POST)) {
            String page = Referer.path(request.getHeaderString(Referer.HEADER), "/");
            return Optional.of(ErrorPages.signedOut(sentence, Next.query(page)));
        }
        throw new ForbiddenException("You are signed out. " + sentence);
    }

    @ServerResponseFilter
    public void keepPrivate(ContainerRequestContext request, ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (request.getProperty(RENEWED) instanceof Token token) {
            boolean secure = SessionCookie.secure(current.getCurrent().request());
            response.getHeaders().add(HttpHeaders.SET_COOKIE, SessionCookie.of(token, secure));
        }
    }

    private void recognise(ResourceInfo route, ContainerRequestContext request, boolean secure) {
        Optional<Token> token = SessionCookie.read(request.getCookies(), secure);
        if (token.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        boolean unattended = route.getResourceMethod().isAnnotationPresent(Unattended.class);
        // What is read outside of a transaction keeps its connection until the answer ends, and what somebody sends
        // may take minutes to come in. So may a long answer to be taken.
        boolean lengthy = unattended || route.getResourceMethod().isAnnotationPresent(Lengthy.class);
        Optional<Session.Found> looking = lengthy || !request.getMethod().equals(HttpMethod.GET)
                ? QuarkusTransaction.requiringNew().call(() -> Session.with(token.get(), now))
                : Session.with(token.get(), now);
        if (unattended) {
            looking.ifPresent(this::looks);
            return;
        }
        looking.ifPresent(found -> {
            looks(found);
            Session session = found.session();
            if (session.wantsToBeSeen(now) && request.getHeaderString(LIVE) == null) {
                QuarkusTransaction.requiringNew().run(() -> Session.seen(session.id, now));
            }
            if (session.wantsNewToken() && request.getMethod().equals(HttpMethod.GET)) {
                QuarkusTransaction.requiringNew()
                        .call(() -> Session.renewed(session.id, token.get()))
                        .ifPresent(renewed -> request.setProperty(RENEWED, renewed));
            }
        });
    }

    /** That somebody looked for a page is no news; that they tried to do something is. */
    private void writeDown(Right missing, ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.POST)) {
            String words = "was refused: may not " + missing.words();
            QuarkusTransaction.requiringNew()
                    .run(() -> Deed.of(viewer, Topic.SIGN_INS, words, clock.instant())
                            .on(request.getUriInfo().getPath())
                            .record());
        }
    }

    private void looks(Session.Found found) {
        viewer.is(found.session().id, found.member(), found.workspace(), found.role());
        habits.are(found.member().weekBegins, found.member().clockHours == 12, found.member().zone);
    }

    /** What a method says of itself counts, else what its class says. */
    static <A extends Annotation> A rule(Method route, Class<A> kind) {
        boolean itself = route.isAnnotationPresent(Needs.class) || route.isAnnotationPresent(Open.class);
        return itself ? route.getAnnotation(kind) : route.getDeclaringClass().getAnnotation(kind);
    }

    /** An image or a script's request must not become the place to return to after sign-in. */
    private static boolean asksForPage(ContainerRequestContext request, HttpServerRequest http) {
        String destination = http.getHeader("Sec-Fetch-Dest");
        return request.getMethod().equals(HttpMethod.GET) && (destination == null || destination.equals("document"));
    }

    private static URI signIn(HttpServerRequest http) {
        return URI.create("/sign-in" + Next.query(http.uri()));
    }
}
