package pinplan.review;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import pinplan.campaign.Campaign;
import pinplan.team.Membership;
import pinplan.team.Workspace;

/** One place that names a person: a step of a policy, or a campaign that is theirs. */
public record Named(String words, String address) {
    @TemplateExtension
    static List<Named> named(Membership place) {
        Workspace workspace = place.workspace;
        Long member = place.member.id;
        List<Named> all = new ArrayList<>();
        for (Policy policy : Policy.every(workspace)) {
            for (int at = 0; at < policy.steps.count(); at++) {
                if (policy.steps.steps().get(at).people().contains(member)) {
                    all.add(step(at + 1, policy.campaign));
                }
            }
        }
        Campaign.live(workspace).stream()
                .filter(campaign -> campaign.owner != null && campaign.owner.id.equals(member))
                .map(campaign -> new Named("Owner of the campaign " + campaign.name, "/campaigns/" + campaign.id))
                .forEach(all::add);
        return all;
    }

    private static Named step(int number, Campaign campaign) {
        return campaign == null
                ? new Named("Step %d of the workspace's policy".formatted(number), "/settings/review")
                : new Named(
                        "Step %d of the policy of the campaign %s".formatted(number, campaign.name),
                        "/campaigns/" + campaign.id + "/policy");
    }
}
