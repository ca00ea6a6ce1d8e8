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
import java.io.IOException;
import java.io.OutputStream;
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
            return tooMany();
        }
        try {
            return look(wanted, before);
        } finally {
            searches.release();
        }
    }

    private static Response tooMany() {
        return ErrorPages.saying(429, "Others look for something here right now. Try again in a moment.");
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
        if (wanted.sought() != null && searches.availablePermits() == 0) {
            return tooMany();
        }
        ZoneId zone = viewer.workspace().zone;
        Export export = new Export(new Lines(wanted, viewer), zone, viewer.may(Right.ADMINISTER));
        StreamingOutput csv = wanted.sought() == null ? export::to : out -> among(export, out);
        return Response.ok(csv, "text/csv; charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"activity-%s.csv\""
                                .formatted(LocalDate.ofInstant(clock.instant(), zone)))
                .build();
    }

    /** One of those that look for something. Whoever just missed the last place gets a download that breaks off, not half a file. */
    private void among(Export export, OutputStream out) throws IOException {
        if (!searches.tryAcquire()) {
            throw new IOException("Others look for something right now");
        }
        try {
            export.to(out);
        } finally {
            searches.release();
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
