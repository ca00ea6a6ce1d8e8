package pinplan.pin;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.qute.TemplateExtension;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pinplan.campaign.Campaign;
import pinplan.campaign.CampaignList;

/** What campaign pages ask about pins, which campaigns themselves know nothing of. */
@TemplateExtension
public final class CampaignProgress {
    private CampaignProgress() {}

    /** The progress of each, read at once. */
    public record All(Map<Long, Map<PinStatus, Long>> byCampaign) {
        public Progress of(Campaign campaign) {
            return new Progress(byCampaign.getOrDefault(campaign.id, Map.of()), campaign.target);
        }
    }

    public static Progress progress(Campaign campaign) {
        return count(List.of(campaign.id)).of(campaign);
    }

    public static All progress(CampaignList campaigns) {
        return count(Stream.concat(campaigns.live().stream(), campaigns.archived().stream())
                .map(campaign -> campaign.id)
                .toList());
    }

    private static All count(List<Long> campaigns) {
        Map<Long, Map<PinStatus, Long>> byCampaign = new HashMap<>();
        if (!campaigns.isEmpty()) {
            Panache.getEntityManager()
                    .createQuery(
                            "select p.campaign.id, p.status, count(*) from Pin p"
                                    + " where p.campaign.id in ?1 and p.deletedAt is null group by p.campaign.id, p.status",
                            Object[].class)
                    .setParameter(1, campaigns)
                    .getResultList()
                    .forEach(row -> byCampaign
                            .computeIfAbsent((Long) row[0], id -> new EnumMap<>(PinStatus.class))
                            .put((PinStatus) row[1], (Long) row[2]));
        }
        return new All(byCampaign);
    }
}
