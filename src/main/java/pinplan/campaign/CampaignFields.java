package pinplan.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pinplan.team.Difference;
import pinplan.team.Member;

/** What a person wants a campaign to be. Name and colour are there; dates, owner and target may be missing. */
public record CampaignFields(
        String name,
        String goal,
        String brief,
        LocalDate startsOn,
        LocalDate endsOn,
        Member owner,
        Colour colour,
        Integer target) {

    static CampaignFields of(Campaign campaign) {
        return new CampaignFields(
                campaign.name,
                campaign.goal,
                campaign.brief,
                campaign.startsOn,
                campaign.endsOn,
                campaign.owner,
                campaign.colour,
                campaign.target);
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
        return all;
    }

    private static String name(Member member) {
        return member == null ? null : member.name;
    }
}
