package pinplan.campaign;

import java.util.List;
import pinplan.team.Workspace;

/** All campaigns of a workspace, as their page shows them: other features count for all of them at once. */
public record CampaignList(List<Campaign> live, List<Campaign> archived) {
    static CampaignList of(Workspace workspace) {
        return new CampaignList(Campaign.live(workspace), Campaign.archived(workspace));
    }

    public boolean empty() {
        return live.isEmpty() && archived.isEmpty();
    }
}
