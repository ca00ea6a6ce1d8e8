package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;
import pinplan.web.Referer;

/** Drafts made in a day of the calendar: of a few words, of each of several links, of each of several pictures. */
@Path("/pins/quick")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Needs(Right.EDIT)
class QuickAdd {
    /** More links than that were not meant for this field. */
    private static final int MOST = 50;

    private final PinPage page;
    private final Arrivals arrivals;
    private final Viewer viewer;
    private final Clock clock;

    QuickAdd(PinPage page, Arrivals arrivals, Viewer viewer, Clock clock) {
        this.page = page;
        this.arrivals = arrivals;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    public Response add(MultipartFormDataInput input, @RestHeader(Referer.HEADER) String referer) {
        Composed composed = Composed.read(input);
        PinForm form = composed.form();
        Errors came = new Errors();
        arrivals.take(composed, came);
        // The good ones need not wait for those that are none.
        boolean some = !form.media.shots.isEmpty() && came.byField().keySet().equals(Set.of("media"));
        Errors errors = new Errors();
        if (!some) {
            came.byField().forEach(errors::add);
        }
        List<PinForm> drafts = each(form, errors);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                drafts.forEach(draft -> create(draft, errors));
                errors.byField().forEach((field, sentence) -> {
                    throw new Refused(field, sentence);
                });
            });
        } catch (Refused refused) {
            errors.add(refused.field(), refused.getMessage());
        }
        if (errors.any()) {
            came.byField().forEach(errors::add);
            // What is wrong may be with what the campaign gave.
            Begun.fill(form, viewer.workspace());
            form.sheet = UUID.randomUUID();
            return Answer.again(page.show(null, form, errors));
        }
        String saved = drafts.size() == 1 ? "The draft is saved." : "%d drafts are saved.".formatted(drafts.size());
        String back = Referer.path(referer, "/calendar");
        return some
                ? Answer.partly(back, "%s Not added: %s".formatted(saved, came.of("media")), null)
                : Answer.seeOther(back, saved);
    }

    private static List<PinForm> each(PinForm form, Errors errors) {
        List<String> links = form.link.isEmpty() ? List.of("") : List.of(form.link.split("\\s+"));
        if (links.size() > 1 && form.media.shots.size() > 1) {
            errors.add(
                    "link", "Several links make several drafts, and so do several pictures: add one kind at a time.");
        }
        if (links.size() > MOST) {
            errors.add("link", "These are %d links; up to %d can be added at once.".formatted(links.size(), MOST));
        }
        List<PinForm> drafts = new ArrayList<>();
        for (String link : links) {
            if (form.media.shots.isEmpty()) {
                drafts.add(form.alike(link, null));
            }
            form.media.shots.forEach(shot -> drafts.add(form.alike(link, shot)));
        }
        for (int place = 0; form.sheet != null && place < drafts.size(); place++) {
            drafts.get(place).sheet = sheet(form.sheet, place, drafts.get(place));
        }
        return drafts;
    }

    /** Sent again as it is, a form makes no more drafts than once. What it says else makes others: none of that is lost. */
    private static UUID sheet(UUID sent, int place, PinForm draft) {
        return Sheet.of(
                sent.toString(),
                place,
                draft.title,
                draft.description,
                draft.link,
                draft.board,
                draft.campaign,
                draft.publishDate,
                draft.publishTime,
                draft.media.shots);
    }

    private void create(PinForm draft, Errors errors) {
        if (draft.sheet != null && Pin.madeWith(viewer.workspace(), draft.sheet) != null) {
            return;
        }
        LocalDate day = day(draft.publishDate, errors);
        Begun.fill(draft, viewer.workspace());
        boolean timed = !draft.publishTime.isBlank();
        if (!timed) {
            draft.publishDate = "";
        }
        PinFields fields = TypedPin.read(draft, viewer.workspace(), errors);
        if (errors.any()) {
            return;
        }
        Pin pin = Pin.create(viewer.workspace(), fields, Actor.of(viewer), clock.instant());
        pin.madeWith(draft.sheet);
        if (day != null && !timed) {
            pin.schedule(Minutes.suggested(pin, day, clock.instant()), Actor.of(viewer), clock.instant());
        }
    }

    private static LocalDate day(String typed, Errors errors) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            errors.add("publishDate", "“%s” is no date. Write it like 2027-03-28.".formatted(typed));
            return null;
        }
    }
}
