package pinplan.media;

import java.util.List;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Paging;

/** What the Media page shows to one person: read once, so that the template asks nothing twice. */
public class LibraryView {
    public final Filters filters;
    public final Delivery delivery;
    public final Errors errors;
    public final List<String> tags;
    public final List<Media> media;
    /** Where nothing is found: what would be, without one of the filters. */
    public final List<Way> instead;

    private final Paging<Media> paging;

    /** The campaign that was chosen for the drafts of files that were refused, by its number; empty: none. */
    public final String campaign;

    LibraryView(
            Search search,
            Workspace workspace,
            Filters filters,
            int page,
            Delivery delivery,
            String campaign,
            Errors errors) {
        this.campaign = campaign;
        this.filters = filters;
        this.delivery = delivery;
        this.errors = errors;
        paging = Paging.of(search.newest(workspace, filters, Paging.first(page), Paging.SIZE + 1), page);
        media = paging.items();
        tags = search.tags(workspace);
        instead = media.isEmpty() && page == 1 ? search.instead(workspace, filters) : List.of();
    }

    public int page() {
        return paging.page();
    }

    public String before() {
        return address(paging.previous());
    }

    public String after() {
        return address(paging.next());
    }

    private String address(Integer page) {
        return page == null ? null : filters.address(page);
    }
}
