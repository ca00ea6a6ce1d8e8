package pinplan.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Open;
import pinplan.web.Typed;

/** The first workspace and its owner. The demo's door on the same page leads to the demo's own route. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Path("/setup")
@Open(why = "nobody is a member yet; the one-time token from the console is the key")
class Setup {
    private final SetupToken token;
    private final Passwords passwords;
    private final Clock clock;

    Setup(SetupToken token, Passwords passwords, Clock clock) {
        this.token = token;
        this.passwords = passwords;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance setup(SetupForm form, List<String> zones, Errors errors);
    }

    public static class SetupForm {
        @RestForm
        public String token;

        @RestForm
        public String name = "";

        @RestForm
        public String email = "";

        @RestForm
        public String password;

        @RestForm
        public String workspace = "";

        @RestForm
        public String zone = "UTC";
    }

    @GET
    public TemplateInstance form(@RestQuery("token") String key) {
        mustBeGood(key);
        SetupForm form = new SetupForm();
        form.token = key;
        return Templates.setup(form, Zones.all(), new Errors());
    }

    @POST
    @Transactional
    public Response setUp(@BeanParam SetupForm form, @Context HttpServerRequest request) {
        mustBeGood(form.token);
        Errors errors = new Errors();
        String name = Typed.line("name", form.name, errors)
                .required("Type your name.")
                .atMost(100)
                .text();
        String email = Typed.line("email", form.email, errors).email().text();
        passwords.refusal(form.password).ifPresent(sentence -> errors.add("password", sentence));
        String workspace = Typed.line("workspace", form.workspace, errors)
                .required("Name the workspace.")
                .atMost(100)
                .text();
        if (Zones.read(form.zone).isEmpty()) {
            errors.add("zone", "Choose a time zone from the list.");
        }
        if (!errors.any() && Member.withEmail(email) != null) {
            errors.add("email", "This email is taken. Use another.");
        }
        if (errors.any()) {
            return Answer.again(Templates.setup(form, Zones.all(), errors));
        }
        Instant now = clock.instant();
        if (!token.spend(form.token, now)) {
            throw new NotFoundException();
        }
        Workspace founded = Workspace.founded(workspace, Zones.read(form.zone).orElseThrow(), now);
        Member owner = Member.called(name, email, passwords.hash(form.password), now);
        Membership.begin(founded, owner, Role.OWNER, now);
        Deed.of(founded, owner, Topic.SETTINGS, "set up the workspace", now)
                .on(founded.name)
                .record();
        return Response.seeOther(URI.create("/calendar"))
                .cookie(SessionCookie.of(Session.begin(owner, founded, now), SessionCookie.secure(request)))
                .build();
    }

    private void mustBeGood(String key) {
        if (key == null || key.isBlank()) {
            throw new NotFoundException(
                    "Set-up needs the whole link from Pinplan's console, with the token at its end. The console prints one at each start until set-up is done.");
        }
        if (!token.good(key)) {
            throw new NotFoundException(
                    "This set-up link was used, or a newer one replaced it. The console prints a new one at each start until set-up is done.");
        }
    }
}
