package pinplan.guest;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import pinplan.campaign.Campaign;
import pinplan.pin.Pin;
import pinplan.support.People;
import pinplan.support.Sample;
import pinplan.support.Things;
import pinplan.team.Passwords;
import pinplan.team.Role;
import pinplan.team.Token;
import pinplan.web.Errors;

/** Links for guests, and what is behind them. */
public final class GuestSamples {
    private GuestSamples() {}

    /** By the approver, for a month, with everything allowed. */
    public static Token link(People people, List<Pin> pins) {
        return link(people, pins, null, "", true, true);
    }

    public static Token link(
            People people, List<Pin> pins, Campaign campaign, String passcode, boolean comments, boolean approves) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        typed.add("name", "Ana of Acme");
        typed.add("campaign", campaign == null ? "" : campaign.id.toString());
        pins.forEach(pin -> typed.add("pin", pin.id.toString()));
        typed.add("passcode", passcode);
        typed.add("days", "30");
        if (comments) {
            typed.add("comments", "true");
        }
        if (approves) {
            typed.add("approves", "true");
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            GuestLinkForm form = GuestLinkForm.read(typed, people.workspace);
            Errors errors = new Errors();
            form.check(
                    campaign == null ? List.of() : List.of(campaign),
                    Arc.container().instance(Passwords.class).get(),
                    Instant.now(),
                    errors);
            if (errors.any()) {
                throw new AssertionError(errors.all());
            }
            return GuestLink.make(form, people.member(Role.APPROVER), Instant.now());
        });
    }

    private static Pin submitted(People people) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> Things.in(people).submitted(LocalDateTime.now().plusDays(30)));
    }

    static final class Link implements Sample {
        @Override
        public String path() {
            return "/g/{token}";
        }

        @Override
        public String in(People people) {
            return link(people, List.of(submitted(people))).text();
        }
    }

    static final class LinkedPin implements Sample {
        @Override
        public String path() {
            return "/g/{token}/pins/{id}";
        }

        @Override
        public String in(People people) {
            Pin pin = submitted(people);
            return link(people, List.of(pin)).text() + "/pins/" + pin.id;
        }
    }

    static final class LinkedMedia implements Sample {
        @Override
        public String path() {
            return "/g/{token}/media/{id}";
        }

        @Override
        public String in(People people) {
            Pin pin = submitted(people);
            return link(people, List.of(pin)).text() + "/media/" + media(pin);
        }
    }

    static final class LinkedThumbnail implements Sample {
        @Override
        public String path() {
            return "/g/{token}/media/{id}/{digest}-{width}.jpg";
        }

        @Override
        public String in(People people) {
            Pin pin = submitted(people);
            String url = QuarkusTransaction.requiringNew()
                    .call(() -> pinplan.media.MediaWords.thumb(
                            Pin.in(people.workspace, pin.id).shots().get(0).media));
            return link(people, List.of(pin)).text() + url;
        }
    }

    private static long media(Pin pin) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Pin.in(pin.workspace(), pin.id).shots().get(0).media.id);
    }

    static final class Made implements Sample {
        @Override
        public String path() {
            return "/review/guests/{id}";
        }

        @Override
        public String in(People people) {
            link(people, List.of(submitted(people)));
            return GuestLink.of(people.workspace, 1).get(0).id.toString();
        }
    }
}
