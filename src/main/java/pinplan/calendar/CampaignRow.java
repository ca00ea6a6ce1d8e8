package pinplan.calendar;

import java.time.LocalDate;
import pinplan.campaign.Campaign;
import pinplan.campaign.Colour;

/**
 * What the database says of a campaign.
 *
 * @param owner the name, or null
 */
public record CampaignRow(
        Long id, String name, Colour colour, LocalDate startsOn, LocalDate endsOn, boolean archived, String owner) {
    static final String SQL =
            "select c.id, c.name, c.colour, c.starts_on, c.ends_on, c.archived_at is not null as archived,"
                    + " o.name as owner from campaign c left join member o on o.id = c.owner_id where c.workspace_id = :workspace";

    static CampaignRow of(Campaign campaign) {
        return new CampaignRow(
                campaign.id,
                campaign.name,
                campaign.colour,
                campaign.startsOn,
                campaign.endsOn,
                campaign.archived(),
                campaign.owner == null ? null : campaign.owner.name);
    }

    boolean dated() {
        return startsOn != null || endsOn != null;
    }
}
