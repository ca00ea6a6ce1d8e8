package pinplan.activity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.database.MasterKey;
import pinplan.team.Lengthy;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.ErrorPages;

/** What everybody did, the latest first, as far as one may see it. */
@Path("/activity")
@Needs(Right.SEE)
class ActivityPage {
    private static final String HERE = "/activity";
    private static final int SHOWN = 50;

    /** Each reads all of the lines in the worst case, and has one of the connections as long. */
    final Semaphore searches = new Semaphore(4);

    private final Downloads downloads = new Downloads();

    private final Viewer viewer;
    private final AgroalDataSource database;
    private final MasterKey master;
    private final Clock clock;
    private final Vertx vertx;
    private final Duration patience;

    /** @param patience with who takes nothing of a download: a train is through most tunnels by then */
    ActivityPage(
            Viewer viewer,
            AgroalDataSource database,
            MasterKey master,
            Clock clock,
            Vertx vertx,
            @ConfigProperty(name = "pinplan.activity.patience", defaultValue = "PT1M") Duration patience) {
        this.viewer = viewer;
        this.database = database;
        this.master = master;
        this.clock = clock;
        this.vertx = vertx;
        this.patience = patience;
    }

    @CheckedTemplate(basePath = "activity")
    static class Templates {
        static native TemplateInstance activity(ActivityView view);
    }

    /** @param before after which line to go on, as the page before said it */
    @GET
    public Response page(@BeanParam Wanted wanted, @RestQuery String before) {
        wanted.check();
        if (wanted.sought() == null) {
            return look(wanted, before);
        }
        if (!searches.tryAcquire()) {
            return ErrorPages.saying(429, "Others look for something here right now. Try again in a moment.");
        }
        try {
            return look(wanted, before);
        } finally {
            searches.release();
        }
    }

    private Response look(Wanted wanted, String before) {
        ActivityView view = new ActivityView(wanted, viewer, Cursor.read(before), SHOWN);
        return wanted.errors().any() ? Answer.again(Templates.activity(view)) : Answer.page(Templates.activity(view));
    }

    @GET
    @Path("/export")
    @Lengthy
    public Response export(@BeanParam Wanted wanted, @Context HttpServerRequest request) {
        wanted.check();
        if (wanted.errors().any()) {
            return Answer.again(Templates.activity(new ActivityView(wanted, viewer, null, SHOWN)));
        }
        Long member = viewer.member().id;
        String obstacle = downloads.obstacle(member);
        if (obstacle != null) {
            return ErrorPages.saying(429, obstacle);
        }
        ZoneId zone = viewer.workspace().zone;
        Export export = new Export(new Lines(wanted, viewer), zone, viewer.may(Right.ADMINISTER));
        StreamingOutput csv = out -> send(export, member, new Recipient(out, request, vertx, patience));
        return Response.ok(csv, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"activity-%s.csv\""
                                .formatted(LocalDate.ofInstant(clock.instant(), zone)))
                .build();
    }

    /** Whoever just missed the last place gets a download that breaks off, not half a file. */
    private void send(Export export, Long member, Recipient recipient) throws IOException {
        if (!downloads.begin(member)) {
            throw new IOException("Others export the activity right now");
        }
        try {
            export.to(recipient);
        } finally {
            downloads.end(member);
        }
    }

    @POST
    @Path("/check")
    @Needs(Right.ADMINISTER)
    public Response check() {
        if (!master.fits()) {
            return Answer.refused(HERE, CheckActivity.ANOTHER_KEY);
        }
        Report report = report();
        if (report == null) {
            return Answer.refused(HERE, "It is being checked already. Try again in a moment.");
        }
        return report.whole()
                ? Answer.seeOther(HERE, report.sentence())
                : Answer.refused(HERE, report.sentence() + " " + String.join(" ", report.faults()));
    }

    private Report report() {
        try (Connection connection = database.getConnection()) {
            return new Inspection(connection, master.key()).of(viewer.workspace().id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
