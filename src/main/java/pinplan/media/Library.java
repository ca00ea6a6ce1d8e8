package pinplan.media;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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
    private final Search search;

    Library(Viewer viewer, Intake intake, Search search) {
        this.viewer = viewer;
        this.intake = intake;
        this.search = search;
    }

    @CheckedTemplate(basePath = "media")
    static class Templates {
        static native TemplateInstance library(LibraryView view, ZoneId zone);
    }

    @GET
    @Needs(Right.SEE)
    public TemplateInstance page(@RestQuery Integer page, @Context UriInfo address) {
        return page(Filters.of(address.getQueryParameters()::getFirst), Paging.asked(page), new Errors());
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
        return Answer.again(page(Filters.NONE, 1, new Errors().add("media", sentence)));
    }

    private TemplateInstance page(Filters filters, int page, Errors errors) {
        return Templates.library(
                new LibraryView(search, viewer.workspace(), filters, page, errors), viewer.workspace().zone);
    }
}
