package pinplan.activity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.database.MasterKey;
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

    private final Viewer viewer;
    private final AgroalDataSource database;
    private final MasterKey master;
    private final Clock clock;

    ActivityPage(Viewer viewer, AgroalDataSource database, MasterKey master, Clock clock) {
        this.viewer = viewer;
        this.database = database;
        this.master = master;
        this.clock = clock;
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
    public Response export(@BeanParam Wanted wanted) {
        wanted.check();
        if (wanted.errors().any()) {
            return Answer.again(Templates.activity(new ActivityView(wanted, viewer, null, SHOWN)));
        }
        ZoneId zone = viewer.workspace().zone;
        Export export = new Export(new Lines(wanted, viewer), zone, viewer.may(Right.ADMINISTER));
        StreamingOutput csv = export::to;
        return Response.ok(csv, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"activity-%s.csv\""
                                .formatted(LocalDate.ofInstant(clock.instant(), zone)))
                .build();
    }

    @POST
    @Path("/check")
    @Needs(Right.ADMINISTER)
    public Response check() {
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
