package pinplan.publer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

/**
 * One HTTP request per method and every ending a named {@link Outcome}. It never asks twice and never throws for what
 * the network or Publer did; it throws when the caller made a mistake, such as an open transaction.
 */
@ApplicationScoped
public class PublerGateway {
    private static final List<String> TYPES = List.of("photo", "video");
    private static final String SHAPELESS = "in a shape that we do not know";

    private final PublerApi api;
    private final PublerCreates creates;
    private final OwnAddress own;
    private final Duration patience;
    private final Duration uploadPatience;

    PublerGateway(
            @RestClient PublerApi api,
            @RestClient PublerCreates creates,
            OwnAddress own,
            @ConfigProperty(name = "pinplan.publer.patience", defaultValue = "PT30S") Duration patience,
            @ConfigProperty(name = "pinplan.publer.upload-patience", defaultValue = "PT5M") Duration uploadPatience) {
        this.api = api;
        this.creates = creates;
        this.own = own;
        this.patience = patience;
        this.uploadPatience = uploadPatience;
    }

    public Outcome<Me> me(Access a) {
        return call("GET /users/me", a, Me::read, () -> api.me(base(a), a.authorization()));
    }

    public Outcome<List<PublerWorkspace>> workspaces(Access a) {
        return call(
                "GET /workspaces",
                a,
                body -> Lenient.rows(body, "workspaces", PublerWorkspace::read),
                () -> api.workspaces(base(a), a.authorization()));
    }

    public Outcome<List<PublerAccount>> accounts(Access a) {
        return call(
                "GET /accounts",
                a,
                body -> Lenient.rows(body, "accounts", PublerAccount::read),
                () -> api.accounts(base(a), a.authorization(), a.publerWorkspaceId()));
    }

    public Outcome<List<PublerBoard>> boards(Access a, String publerAccountId) {
        return call(
                "GET /workspaces/" + a.publerWorkspaceId() + "/media_options",
                a,
                body -> PublerBoard.of(publerAccountId, body),
                () -> api.mediaOptions(
                        base(a),
                        a.authorization(),
                        a.publerWorkspaceId(),
                        a.publerWorkspaceId(),
                        List.of(publerAccountId)));
    }

    /** Uploads a file and waits until Publer has it. Harmless when done twice: it only costs a file there. */
    public Outcome<PublerMedia> upload(Access a, Path file, String name, String contentType) {
        // Kept in the library, because the post that uses it may be made much later.
        Supplier<Uni<RestResponse<InputStream>>> request = () -> api.upload(
                base(a),
                a.authorization(),
                a.publerWorkspaceId(),
                ClientMultipartForm.create()
                        .attribute("direct_upload", "false", null)
                        .attribute("in_library", "true", null)
                        .binaryFileUpload("file", name, file.toString(), contentType));
        return call("POST /media", a, PublerMedia::read, SHAPELESS, uploadPatience, request);
    }

    /** Files that it holds already, as they are by now; those that it does not have are missing. */
    public Outcome<List<PublerMedia>> media(Access a, List<String> ids) {
        return call(
                "GET /media",
                a,
                body -> Lenient.rows(body, "media", PublerMedia::read),
                // Beside ids the others say nothing, and are required.
                () -> api.media(base(a), a.authorization(), a.publerWorkspaceId(), ids, TYPES, List.of(true, false)));
    }

    /**
     * Asks for posts at fixed times and gives back the job's id. The body goes out byte for byte.
     *
     * @param deadlineNanos of {@link System#nanoTime()}: later than this, less the time for connecting, nothing is sent
     */
    public Outcome<String> schedule(Access a, String body, long deadlineNanos) {
        return create(
                "POST /posts/schedule",
                a,
                () -> creates.schedule(base(a), a.authorization(), a.publerWorkspaceId(), deadlineNanos, body));
    }

    /** The same for posts that go out at once. */
    public Outcome<String> publishNow(Access a, String body, long deadlineNanos) {
        return create(
                "POST /posts/schedule/publish",
                a,
                () -> creates.publish(base(a), a.authorization(), a.publerWorkspaceId(), deadlineNanos, body));
    }

    public Outcome<Job> job(Access a, String jobId) {
        Outcome<Job> outcome = call(
                "GET /job_status/" + jobId,
                a,
                Job::read,
                () -> api.job(base(a), a.authorization(), a.publerWorkspaceId(), jobId));
        // An unknown job says nothing about the key: it only means that this trail ends.
        return outcome instanceof Outcome.Denied<Job> denied
                        && denied.evidence().status() == 404
                ? new Outcome.Answered<>(Job.gone(), denied.evidence())
                : outcome;
    }

    public Outcome<PostPage> posts(Access a, PostQuery q) {
        return call(
                "GET /posts?page=" + q.page(),
                a,
                PostPage::read,
                () -> api.posts(
                        base(a),
                        a.authorization(),
                        a.publerWorkspaceId(),
                        q.accountIds(),
                        q.states(),
                        q.from() == null ? null : q.from().toString(),
                        q.to() == null ? null : q.to().toString(),
                        q.page()));
    }

    /** Deletes posts and gives back those that Publer says it deleted: an id that is missing there is still there. */
    public Outcome<Set<String>> delete(Access a, List<String> postIds) {
        if (postIds.isEmpty() || postIds.stream().anyMatch(id -> id == null || id.isBlank())) {
            // Without ids Publer may delete every post of the workspace that is not published yet.
            throw new IllegalArgumentException("a deletion without ids is never sent");
        }
        return call(
                "DELETE /posts",
                a,
                PublerGateway::deleted,
                () -> api.delete(base(a), a.authorization(), a.publerWorkspaceId(), postIds));
    }

    private Outcome<String> create(String request, Access a, Supplier<Uni<RestResponse<InputStream>>> send) {
        return call(request, a, PublerGateway::jobId, "without a job id", patience, send);
    }

    private <T> Outcome<T> call(
            String request, Access a, Function<JsonNode, T> shape, Supplier<Uni<RestResponse<InputStream>>> send) {
        return call(request, a, shape, SHAPELESS, patience, send);
    }

    private <T> Outcome<T> call(
            String request,
            Access a,
            Function<JsonNode, T> shape,
            String missing,
            Duration patience,
            Supplier<Uni<RestResponse<InputStream>>> send) {
        NoTransaction.check();
        long start = System.nanoTime();
        try {
            RestResponse<InputStream> answer = send.get().await().atMost(patience);
            Reply reply = new Reply(
                    request,
                    answer.getStatus(),
                    AnswerStream.text(answer.getEntity(), patience.minus(since(start))),
                    Reply.Rate.read(answer::getHeaderString),
                    since(start),
                    a.key());
            return reply.as(shape, missing);
        } catch (NoTransaction.Violated mistake) {
            throw mistake;
        } catch (RuntimeException failure) {
            return ended(failure, Evidence.none(request, since(start)));
        }
    }

    /** Which ending a failure of the transport is: only what happened before the first byte had no effect. */
    private <T> Outcome<T> ended(Throwable failure, Evidence evidence) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoTransaction.Violated mistake) {
                throw mistake;
            }
            if (cause instanceof Deadline.Passed) {
                return new Outcome.NoEffect<>("It was not sent: the time for sending it had passed.", evidence);
            }
            if (cause instanceof UnknownHostException) {
                return new Outcome.NoEffect<>("Publer's address could not be found.", evidence);
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new Outcome.NoEffect<>("No connection to Publer could be made.", evidence);
            }
            if (cause instanceof SSLHandshakeException) {
                return new Outcome.NoEffect<>("No secure connection to Publer could be made.", evidence);
            }
            if (cause instanceof AnswerStream.TooLong) {
                return new Outcome.Unknown<>("Publer's answer was too long to be read.", evidence);
            }
            if (cause instanceof TimeoutException || cause instanceof java.util.concurrent.TimeoutException) {
                return new Outcome.Unknown<>("Publer did not answer in time.", evidence);
            }
        }
        return new Outcome.Unknown<>(Reply.BROKE_OFF, evidence);
    }

    private String base(Access a) {
        return own.resolve(a.baseUrl());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String jobId(JsonNode body) {
        return Lenient.text(Lenient.peel(body), "job_id");
    }

    private static Set<String> deleted(JsonNode body) {
        JsonNode ids = Lenient.peel(body).path("deleted_ids");
        if (!ids.isArray()) {
            return null;
        }
        Set<String> deleted = new HashSet<>();
        ids.forEach(id -> deleted.add(id.asText()));
        return Set.copyOf(deleted);
    }
}
