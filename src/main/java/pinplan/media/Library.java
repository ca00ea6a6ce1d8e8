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
import java.util.List;
import org.jboss.logging.Logger;
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
    private static final Logger LOG = Logger.getLogger(Library.class);

    /** Without script all of them come at once, and the person waits until the last is looked at. */
    private static final int MOST = 100;

    private static final String DRAFTS = "drafts";

    private final Viewer viewer;
    private final Intake intake;
    private final Drafting drafting;
    private final Search search;

    Library(Viewer viewer, Intake intake, Drafting drafting, Search search) {
        this.viewer = viewer;
        this.intake = intake;
        this.drafting = drafting;
        this.search = search;
    }

    @CheckedTemplate(basePath = "media")
    static class Templates {
        static native TemplateInstance library(LibraryView view, ZoneId zone);
    }

    /**
     * @param got what became of files that were just sent
     * @param as by which name, where it was one
     */
    @GET
    @Needs(Right.SEE)
    public TemplateInstance page(
            @RestQuery Integer page, @RestQuery String got, @RestQuery String as, @Context UriInfo address) {
        return Templates.library(
                view(
                        Filters.of(address.getQueryParameters()::getFirst),
                        Paging.asked(page),
                        Delivery.read(viewer.workspace(), got, as),
                        "",
                        new Errors()),
                viewer.workspace().zone);
    }

    /**
     * Not one transaction: a picture is read and scaled first, which may take seconds, and no connection waits for it.
     *
     * @param sheet of the form, by which what is sent twice is known again; may be empty
     */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response add(
            @RestForm("media") List<FileUpload> media,
            @RestForm String then,
            @RestForm String campaign,
            @RestForm String sheet) {
        String chosen = campaign == null ? "" : campaign;
        List<FileUpload> files = media == null
                ? List.of()
                : media.stream()
                        .filter(file -> file.size() > 0 || !file.fileName().isBlank())
                        .toList();
        if (files.isEmpty()) {
            return again(Delivery.NONE, chosen, "Choose a file first.");
        }
        if (files.size() > MOST) {
            return again(
                    Delivery.NONE,
                    chosen,
                    "These are %d files; at most %d are taken at once. Choose fewer.".formatted(files.size(), MOST));
        }
        Delivery delivery = new Delivery(files.stream().map(this::taken).toList());
        String drafts;
        try {
            drafts = DRAFTS.equals(then) && !delivery.media().isEmpty()
                    ? drafting.draftEach(delivery.media(), chosen, sheet == null ? "" : sheet)
                    : null;
        } catch (Refusal refused) {
            return again(
                    delivery, chosen, "All of it is in the library, but no drafts were made. " + refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.warn("No drafts of what was uploaded", broken);
            return again(
                    delivery,
                    chosen,
                    "All of it is in the library, but no drafts could be made. Make them from there.");
        }
        if (!delivery.refused().isEmpty()) {
            return again(
                    delivery,
                    chosen,
                    delivery.problem() + (drafts == null ? "" : " Of the others there is a draft each."));
        }
        return drafts == null
                ? Answer.seeOther(delivery.address())
                : Answer.seeOther(drafts, made(files.size(), delivery.media().size()));
    }

    /** Of a picture that comes twice there is one draft. */
    private static String made(int files, int drafts) {
        String made = drafts > 1 ? drafts + " drafts are made" : files > 1 ? "One draft is made" : "Its draft is made";
        return made + (drafts < files ? ", as some of the files are the same." : ".");
    }

    private Delivery.Piece taken(FileUpload file) {
        try {
            return Delivery.Piece.of(
                    intake.take(viewer.workspace(), viewer.member(), file.uploadedFile(), file.fileName()),
                    file.fileName());
        } catch (Refusal refusal) {
            return Delivery.Piece.refused(file.fileName(), refusal.getMessage());
        }
    }

    private Response again(Delivery delivery, String campaign, String sentence) {
        return Answer.again(Templates.library(
                view(Filters.NONE, 1, delivery, campaign, new Errors().add("media", sentence)),
                viewer.workspace().zone));
    }

    private LibraryView view(Filters filters, int page, Delivery delivery, String campaign, Errors errors) {
        return new LibraryView(search, viewer.workspace(), filters, page, delivery, campaign, errors);
    }
}
