package pinplan.media;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Paging;

/** The workspace's media, newest first, and a place to add some before a pin needs them. */
@Path("/media")
class Library {
    private final Viewer viewer;
    private final Intake intake;
    private final MediaUse use;

    Library(Viewer viewer, Intake intake, MediaUse use) {
        this.viewer = viewer;
        this.use = use;
        this.intake = intake;
    }

    @CheckedTemplate(basePath = "media")
    static class Templates {
        static native TemplateInstance library(
                Paging<Media> media, String before, String after, boolean unused, ZoneId zone, Errors errors);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance page(@RestQuery Integer page, @RestQuery String unused) {
        return page(Paging.asked(page), "true".equals(unused), new Errors());
    }

    /** Not one transaction: a picture is read and scaled first, which may take seconds, and no connection waits for it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response add(@RestForm("media") FileUpload media) {
        if (media == null || media.size() == 0 && media.fileName().isBlank()) {
            return again("Choose a file first.");
        }
        try {
            Media kept = intake.upload(viewer.workspace(), viewer.member(), media.uploadedFile(), media.fileName());
            return Answer.seeOther("/media", kept.fileName + " is here.");
        } catch (Refusal refusal) {
            return again(refusal.getMessage());
        }
    }

    private Response again(String sentence) {
        return Answer.again(page(1, false, new Errors().add("media", sentence)));
    }

    private TemplateInstance page(int page, boolean unused, Errors errors) {
        int first = Paging.first(page);
        var rows = unused
                ? use.unused(viewer.workspace(), first, Paging.SIZE + 1)
                : Media.newest(viewer.workspace(), first, Paging.SIZE + 1);
        Paging<Media> media = Paging.of(rows, page);
        return Templates.library(
                media, at(media.previous(), unused), at(media.next(), unused), unused, viewer.workspace().zone, errors);
    }

    private static String at(Integer page, boolean unused) {
        return page == null ? null : "/media?" + (unused ? "unused=true&" : "") + "page=" + page;
    }
}
