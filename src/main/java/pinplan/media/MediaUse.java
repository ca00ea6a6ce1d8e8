package pinplan.media;

import java.util.List;
import pinplan.team.Workspace;

/** Whoever shows media says which of them nobody shows. */
public interface MediaUse {
    /**
     * Newest first.
     *
     * @param first how many to leave out
     */
    List<Media> unused(Workspace workspace, int first, int most);
}
