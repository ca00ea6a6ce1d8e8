package pinplan.board;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import pinplan.publer.Access;
import pinplan.publer.Connection;
import pinplan.publer.KeyBox;
import pinplan.publer.OfferedKey;
import pinplan.publer.Outcome;
import pinplan.publer.PublerWorkspace;
import pinplan.team.Deed;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Topic;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** Where a workspace is connected to Publer. The routes that ask Publer are not transactions. */
@Path("/settings/publer")
@Needs(Right.ADMINISTER)
class PublerSettings {
    private static final String HERE = "/settings/publer";

    private final Viewer viewer;
    private final PublerEnvironment environment;
    private final Trial trial;
    private final BoardSync sync;
    private final KeyBox box;
    private final Clock clock;

    PublerSettings(Viewer viewer, PublerEnvironment environment, Trial trial, BoardSync sync, KeyBox box, Clock clock) {
        this.viewer = viewer;
        this.environment = environment;
        this.trial = trial;
        this.sync = sync;
        this.box = box;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance publer(PublerPage page, Errors errors);
    }

    @GET
    public TemplateInstance page() {
        return page(new Errors());
    }

    @POST
    @Path("key")
    public Response key(@RestForm String key) {
        refuseIfFromEnvironment();
        String typed = key == null ? "" : key.strip();
        if (!Connection.possibleKey(typed)) {
            return again(
                    "key",
                    "This is not an API key. It has letters, digits and signs without spaces, as Publer shows it.");
        }
        return offer(environment.address(), typed, trial.workspaces(typed));
    }

    /** Another workspace with the key that is here already. */
    @POST
    @Path("workspaces")
    public Response workspaces() {
        refuseIfFromEnvironment();
        return connection(access -> offer(access.baseUrl(), access.key(), trial.workspaces(access)));
    }

    private Response offer(String baseUrl, String key, Outcome<List<PublerWorkspace>> answer) {
        if (answer.value().isEmpty()) {
            return again("key", Said.by(answer));
        }
        List<PublerWorkspace> choices = answer.value().get().stream()
                .filter(choice -> Connection.possibleWorkspace(choice.id()))
                .toList();
        if (choices.isEmpty()) {
            return again("key", "Publer accepts this key, but the key sees no workspace.");
        }
        QuarkusTransaction.requiringNew().run(() -> OfferedKey.offer(id(), baseUrl, key, choices, box, now()));
        return choices.size() == 1 && !leaves(choices.get(0)) ? connected(choices.get(0)) : Answer.seeOther(HERE);
    }

    /** What Publer holds stays in the workspace that is connected until now: nobody leaves that unasked. */
    private boolean leaves(PublerWorkspace choice) {
        return Connection.of(id())
                .filter(now -> !now.publerWorkspaceId().equals(choice.id()))
                .isPresent();
    }

    @POST
    @Path("workspace")
    public Response workspace(@RestForm String publerWorkspace) {
        refuseIfFromEnvironment();
        Optional<OfferedKey> offered = OfferedKey.of(id(), now());
        if (offered.isEmpty()) {
            return again("key", "That took more than an hour. Enter the key again.");
        }
        return offered.get().choices().stream()
                .filter(choice -> choice.id().equals(publerWorkspace))
                .findFirst()
                .map(this::connected)
                .orElseGet(() -> again("publerWorkspace", "Choose one of these workspaces."));
    }

    private Response connected(PublerWorkspace choice) {
        QuarkusTransaction.requiringNew()
                .run(() -> OfferedKey.of(id(), now()).ifPresent(offered -> {
                    offered.choose(choice, box, now());
                    Deed.of(viewer, Topic.SETTINGS, "connected the Publer workspace", now())
                            .on(choice.name())
                            .record();
                }));
        return sync.now(id()).well()
                ? Answer.seeOther("/boards", "Publer is connected, and its boards are here.")
                : Answer.seeOther(HERE, "Publer is connected.");
    }

    @POST
    @Path("test")
    public Response test() {
        return connection(access -> {
            Outcome<String> answer = trial.connection(access);
            return answer.value()
                    .map(said -> Answer.seeOther(HERE, said))
                    .orElseGet(() -> again("test", Said.by(answer)));
        });
    }

    @POST
    @Path("forget")
    @Transactional
    public Response forget() {
        OfferedKey.forget(id());
        return Answer.seeOther(HERE);
    }

    @POST
    @Path("disconnect")
    @Transactional
    public Response disconnect() {
        refuseIfFromEnvironment();
        Connection.of(id()).ifPresent(connection -> {
            connection.delete();
            Deed.of(viewer, Topic.SETTINGS, "disconnected Publer", now()).record();
        });
        return Answer.seeOther(HERE, "Publer is disconnected, and its key is gone from here.");
    }

    private void refuseIfFromEnvironment() {
        if (Connection.of(id()).filter(environment::rules).isPresent()) {
            throw new ForbiddenException(
                    "This connection comes from the environment of the process. Change PUBLER_API_KEY and PUBLER_WORKSPACE_ID there.");
        }
    }

    private Response connection(Function<Access, Response> use) {
        try {
            return Connection.of(id())
                    .map(connection -> use.apply(connection.access(box)))
                    .orElseGet(() -> Answer.seeOther(HERE));
        } catch (KeyBox.Unreadable sealed) {
            return again("test", sealed.getMessage());
        }
    }

    private Response again(String field, String sentence) {
        return Answer.again(page(new Errors().add(field, sentence)));
    }

    private TemplateInstance page(Errors errors) {
        return Templates.publer(PublerPage.of(viewer.workspace(), environment, now()), errors);
    }

    private long id() {
        return viewer.workspace().id;
    }

    private Instant now() {
        return clock.instant();
    }
}
