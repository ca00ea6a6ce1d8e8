package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import pinplan.media.Drafting;
import pinplan.media.Media;
import pinplan.media.Refusal;
import pinplan.team.Viewer;
import pinplan.web.Errors;

/**
 * A draft of each of several files: with its picture and the words that came with it, what its campaign gives, and
 * everything else still to be chosen.
 */
@ApplicationScoped
class DraftEach implements Drafting {
    private static final String SEEN = "/calendar?view=list&unscheduled=true";

    private final Viewer viewer;
    private final Clock clock;

    @Inject
    DraftEach(Viewer viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    @Override
    public String draftEach(List<Media> media, String campaign, String sheet) throws Refusal {
        try {
            QuarkusTransaction.requiringNew().run(() -> media.forEach(one -> draft(one, campaign, sheet)));
            return SEEN;
        } catch (Refused refused) {
            throw new Refusal(refused.getMessage());
        }
    }

    private void draft(Media media, String campaign, String sheet) {
        UUID own = Sheet.of(sheet, media.id, campaign);
        if (own != null && Pin.madeWith(viewer.workspace(), own) != null) {
            return;
        }
        PinForm form = new PinForm();
        form.add(media, media.called());
        form.campaign = campaign;
        Begun.fill(form, viewer.workspace());
        Errors errors = new Errors();
        PinFields fields = TypedPin.read(form, viewer.workspace(), errors);
        errors.byField().forEach((field, sentence) -> {
            throw new Refused(field, sentence);
        });
        Pin.create(viewer.workspace(), fields, Actor.of(viewer), clock.instant())
                .madeWith(own);
    }
}
