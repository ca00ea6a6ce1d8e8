package pinplan.campaign;

import java.time.LocalDate;
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
        Integer target) {}
