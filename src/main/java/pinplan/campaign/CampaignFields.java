package pinplan.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pinplan.link.Tagging;
import pinplan.team.Difference;
import pinplan.team.Member;

/**
 * What a person wants a campaign to be. Name and colour are there; dates, owner and target may be missing.
 *
 * @param tagging null: the workspace's tags go on its links
 * @param start what its new drafts begin with
 */
public record CampaignFields(
        String name,
        String goal,
        String brief,
        LocalDate startsOn,
        LocalDate endsOn,
        Member owner,
        Colour colour,
        Integer target,
        Tagging tagging,
        Start start) {

    static CampaignFields of(Campaign campaign) {
        return new CampaignFields(
                campaign.name,
                campaign.goal,
                campaign.brief,
                campaign.startsOn,
                campaign.endsOn,
                campaign.owner,
                campaign.colour,
                campaign.target,
                campaign.ownTags ? campaign.tagging : null,
                campaign.start);
    }

    List<Difference> since(CampaignFields before) {
        List<Difference> all = new ArrayList<>();
        Difference.add(all, "Name", before.name, name);
        Difference.add(all, "Goal", before.goal, goal);
        Difference.add(all, "Brief", before.brief, brief);
        Difference.add(all, "Starts", before.startsOn, startsOn);
        Difference.add(all, "Ends", before.endsOn, endsOn);
        Difference.add(all, "Owner", name(before.owner), name(owner));
        Difference.add(all, "Colour", before.colour.word(), colour.word());
        Difference.add(all, "Pins planned", before.target, target);
        Difference.add(all, "Tags on links", told(before.tagging), told(tagging));
        Difference.add(all, "New drafts’ board", before.start.boardName(), start.boardName());
        Difference.add(all, "New drafts’ link", before.start.link(), start.link());
        Difference.add(all, "New drafts’ template", before.start.templateName(), start.templateName());
        return all;
    }

    private static String told(Tagging tagging) {
        return tagging == null ? "as in the workspace" : tagging.told();
    }

    private static String name(Member member) {
        return member == null ? null : member.name;
    }
}
