package pinplan.campaign;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import pinplan.team.Workspace;

/** What other features' pages ask, to let somebody choose a campaign. */
@TemplateExtension
final class Choosing {
    private Choosing() {}

    static List<Campaign> liveCampaigns(Workspace workspace) {
        return Campaign.live(workspace);
    }
}
