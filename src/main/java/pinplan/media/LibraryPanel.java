package pinplan.media;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;

/** What the composer offers of the library: the newest, or the newest that some words find. Its template asks {@code inject:libraryPanel}. */
@Named("libraryPanel")
@ApplicationScoped
@Path("/media/newest")
public class LibraryPanel {
    /** As many as one takes in at a glance; words find the others. */
    private static final int MOST = 24;

    private final Viewer viewer;
    private final Search search;

    LibraryPanel(Viewer viewer, Search search) {
        this.viewer = viewer;
        this.search = search;
    }

    @CheckedTemplate(basePath = "media")
    static class Templates {
        static native TemplateInstance libraryPanel(List<Media> media);
    }

    /** In place of what is shown, while words are typed. */
    @GET
    @Needs(Right.EDIT)
    public TemplateInstance found(@RestQuery String q) {
        Filters words = Filters.NONE.with(Filter.TEXT, Filter.TEXT.understood(q));
        return Templates.libraryPanel(search.newest(viewer.workspace(), words, 0, MOST));
    }

    public List<Media> newest() {
        return search.newest(viewer.workspace(), Filters.NONE, 0, MOST);
    }
}
