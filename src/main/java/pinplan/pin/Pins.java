package pinplan.pin;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.database.DatabaseClock;
import pinplan.fetch.SafeFetcher;
import pinplan.media.Media;
import pinplan.team.Needs;
import pinplan.team.Right;
import pinplan.team.Viewer;
import pinplan.web.Answer;
import pinplan.web.Errors;

/** The composer. No method is one transaction: files are read and addresses fetched before anything is locked. */
@Path("/pins")
class Pins {
    private final PinPage page;
    private final Arrivals arrivals;
    private final Recovered recovered;
    private final SafeFetcher fetcher;
    private final LookPace pace;
    private final Viewer viewer;
    private final Clock clock;
    private final DatabaseClock decides;

    Pins(
            PinPage page,
            Arrivals arrivals,
            Recovered recovered,
            SafeFetcher fetcher,
            LookPace pace,
            Viewer viewer,
            Clock clock,
            DatabaseClock decides) {
        this.pace = pace;
        this.page = page;
        this.arrivals = arrivals;
        this.recovered = recovered;
        this.fetcher = fetcher;
        this.viewer = viewer;
        this.clock = clock;
        this.decides = decides;
    }

    @GET
    @Needs(Right.SEE)
    public Response all() {
        return Answer.seeOther("/calendar?view=list");
    }

    @GET
    @Path("/new")
    @Needs(Right.EDIT)
    public TemplateInstance blank(
            @RestQuery String on,
            @RestQuery String at,
            @RestQuery Long campaign,
            @RestQuery Long board,
            @RestQuery Long media) {
        Campaign chosen = campaign == null ? null : Campaign.in(viewer.workspace(), campaign);
        Board place = board == null ? null : Board.in(viewer.workspace(), board);
        Instant now = clock.instant();
        CellTime begin = CellTime.of(on, at, viewer.workspace().zone, now);
        PinForm form = PinForm.blank(begin, chosen, place);
        if (media != null) {
            Media shown = Media.in(viewer.workspace(), media);
            form.add(shown, shown.called());
        }
        form.given = Begun.fill(form, viewer.workspace());
        Account account = Names.found(form.account, id -> Account.in(viewer.workspace(), id));
        form.publishTime = begin.time(viewer.workspace(), account, now);
        // It came with the page: nobody typed anything yet.
        form.base = form.copy();
        Errors errors = new Errors();
        return page.show(null, recovered.form(null, form, errors), errors);
    }

    @GET
    @Path("/{id}")
    @Needs(Right.SEE)
    public TemplateInstance one(@RestPath Long id) {
        Errors errors = new Errors();
        Pin pin;
        try {
            pin = Pin.in(viewer.workspace(), id);
        } catch (NotFoundException none) {
            return left(id, none, errors);
        }
        return page.show(pin, recovered.form(pin, null, errors), errors);
    }

    /** Somebody deleted the pin while this person was typing: their page may have gone before they heard of it. */
    private TemplateInstance left(Long id, NotFoundException none, Errors errors) {
        PinForm form = viewer.may(Right.EDIT) ? recovered.left(id) : null;
        if (form == null) {
            throw none;
        }
        return afresh(form, deleted(id), errors);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response create(MultipartFormDataInput input) {
        return take(null, Composed.read(input));
    }

    @POST
    @Path("/{id}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response save(@RestPath Long id, MultipartFormDataInput input) {
        return take(id, Composed.read(input));
    }

    /** Gives an agreed pin its time, read from the composer's own fields. Anything else typed there is not lost on the way. */
    @POST
    @Path("/{id}/schedule")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Needs(Right.EDIT)
    public Response schedule(@RestPath Long id, MultipartFormDataInput input) {
        String deleted = deleted(id);
        Composed composed = Composed.read(input);
        Errors errors = new Errors();
        arrivals.take(composed, errors);
        if (deleted != null) {
            return gone(composed.form(), deleted, errors);
        }
        return answer(
                id,
                composed.form(),
                errors,
                pin -> "The pin has its time.",
                () -> edit().schedule(id, composed.form(), errors));
    }

    private Response take(Long id, Composed composed) {
        String deleted = id == null ? null : deleted(id);
        PinForm form = composed.form();
        Errors errors = new Errors();
        arrivals.take(composed, errors);
        if (deleted != null) {
            return gone(form, deleted, errors);
        }
        Button button = composed.button();
        if (button.looks()) {
            return look(id, composed, errors);
        }
        if (button.submits()) {
            form.showWhatIsOffered(errors);
        }
        if (button.changes(form, viewer.workspace(), errors)) {
            return errors.any() ? Answer.again(form(id, form, errors)) : Answer.page(form(id, form, errors));
        }
        String saved = id == null ? "The draft is saved." : "Your changes are saved.";
        Function<Pin, String> flash = pin -> button.submits() ? PinActions.submitted(pin) : saved;
        return answer(id, form, errors, flash, () -> edit().save(id, composed, errors));
    }

    /** The form as it was sent, with what the page behind its link offers. */
    private Response look(Long id, Composed composed, Errors errors) {
        PinForm form = composed.form();
        Taking taking = composed.button().taking();
        if (taking != null) {
            arrivals.take(taking, form, errors);
        }
        try {
            Offer offer = pace.keep(viewer.member().id, () -> Offer.of(form.link, fetcher));
            TemplateInstance shown = offering(id, form, errors, offer);
            return errors.any() ? Answer.again(shown) : Answer.page(shown);
        } catch (Refused tooMany) {
            return Answer.tooMany(offering(id, form, errors, Offer.refused(form.link, tooMany)));
        }
    }

    private TemplateInstance offering(Long id, PinForm form, Errors errors, Offer offer) {
        return page.show(id == null ? null : Pin.in(viewer.workspace(), id), form, errors, offer);
    }

    private Edit edit() {
        return new Edit(viewer.workspace(), Actor.of(viewer), decides.read());
    }

    private Response answer(Long id, PinForm form, Errors errors, Function<Pin, String> flash, Supplier<Pin> verb) {
        try {
            Pin pin = QuarkusTransaction.requiringNew().call(() -> {
                Pin done = verb.get();
                if (errors.any()) {
                    throw new Untaken();
                }
                return done;
            });
            return Answer.seeOther(PinPage.at(pin.id), (flash.apply(pin) + " " + form.reply.news()).strip());
        } catch (Untaken e) {
            // Rolled back; the errors say why.
        } catch (Refused refused) {
            errors.add(refused.field(), refused.getMessage());
        } catch (NotFoundException justNow) {
            return gone(form, deleted(id), errors);
        }
        return form.reply.asks() ? Answer.clash(form(id, form, errors)) : Answer.again(form(id, form, errors));
    }

    private TemplateInstance form(Long id, PinForm form, Errors errors) {
        Long pin = form.earlier != null ? form.earlier : id;
        return page.show(pin == null ? null : Pin.in(viewer.workspace(), pin), form, errors);
    }

    /** The composer of a new pin, so that what was typed can be copied, or saved as one. */
    private Response gone(PinForm form, String deleted, Errors errors) {
        return Answer.clash(afresh(form, deleted, errors));
    }

    private TemplateInstance afresh(PinForm form, String deleted, Errors errors) {
        errors.add("", deleted + " What you typed is not lost: copy it from here, or save it as a new pin.");
        form.asNew();
        return page.show(null, form, errors);
    }

    /** Who deleted it, in a sentence; null while it is there. Asked by itself, so that the page that follows reads the pin afresh. */
    private String deleted(Long id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Pin pin = Pin.lockedEvenDeleted(viewer.workspace(), id);
            return pin.deleted() ? Meanwhile.deletion(pin) : null;
        });
    }

    /** Undoes what a form that can't be taken had begun. */
    private static class Untaken extends RuntimeException {
        Untaken() {
            super(null, null, false, false);
        }
    }
}
