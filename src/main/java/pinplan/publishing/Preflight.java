package pinplan.publishing;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.media.MediaStore;
import pinplan.pin.Check;
import pinplan.pin.Editorial;
import pinplan.pin.Minutes;
import pinplan.pin.Pin;
import pinplan.pin.PinPage;
import pinplan.pin.PinStatus;
import pinplan.publer.Connection;
import pinplan.publer.Lane;
import pinplan.publer.Reserve;
import pinplan.web.Formats;

/**
 * Would this pin publish now, or, where it is not approved yet, once it is? Everything that the claim and Publer will ask,
 * asked before.
 */
public final class Preflight {
    /**
     * One question with its answer.
     *
     * @param kind  empty when all is well, warn, or bad
     * @param fault of which kind it would be, where it is bad
     * @param href where it is put right, or null
     */
    public record Line(String kind, Fault fault, String words, String href, String fix) {
        public String verdict() {
            return switch (kind) {
                case "bad" -> "Fails";
                case "warn" -> "Look at it";
                default -> "Passes";
            };
        }
    }

    private final Pin pin;
    private final Slot slot;
    private final Connection connection;
    private final Instant now;
    private final List<Line> lines = new ArrayList<>();

    /** @param slot null: the pin has no account or no time; connection: null: its workspace has none */
    private Preflight(
            Pin pin, Slot slot, Connection connection, MediaStore store, pinplan.media.Advice advice, Instant now) {
        this.pin = pin;
        this.slot = slot;
        this.connection = connection;
        this.now = now;
        failure();
        approval();
        place();
        media(store);
        unwise(advice);
        link();
        time();
        publer();
    }

    static Preflight of(Pin pin, MediaStore store, pinplan.media.Advice advice, Instant now) {
        return each(List.of(pin), store, advice, now).get(pin.id);
    }

    /** By the pin's id, of pins of one workspace: what is asked of the database is asked once for all of them. */
    static Map<Long, Preflight> each(Collection<Pin> pins, MediaStore store, pinplan.media.Advice advice, Instant now) {
        if (pins.isEmpty()) {
            return Map.of();
        }
        Map<Long, Slot> slots = Slot.of(pins);
        Connection connection =
                Connection.of(pins.iterator().next().workspace().id).orElse(null);
        return pins.stream()
                .collect(Collectors.toMap(
                        pin -> pin.id, pin -> new Preflight(pin, slots.get(pin.id), connection, store, advice, now)));
    }

    public Instant checkedAt() {
        return now;
    }

    public String question() {
        if (pin.editorial() != Editorial.APPROVED) {
            return "Would it publish, once approved?";
        }
        return pin.publishAt() == null ? "Would it publish now?" : "Would it publish at its time?";
    }

    /** What stands in the way, or null. */
    Line obstacle() {
        return lines.stream()
                .filter(line -> line.kind.equals("bad"))
                .findFirst()
                .orElse(null);
    }

    public List<Line> lines() {
        return lines;
    }

    public String kind() {
        return lines.stream().anyMatch(line -> line.kind.equals("bad"))
                ? "bad"
                : lines.stream().anyMatch(line -> line.kind.equals("warn")) ? "warn" : "";
    }

    public String answer() {
        return switch (kind()) {
            case "bad" -> "Not as it is now";
            case "warn" -> "Yes, with something to look at";
            default -> "Yes";
        };
    }

    private void failure() {
        if (pin.status() == PinStatus.FAILED) {
            bad(
                    Fault.UNKNOWN,
                    "It failed, and goes out only when someone tries it again.",
                    page() + "#publishing",
                    "See why");
        }
    }

    private void approval() {
        if (pin.editorial() != Editorial.APPROVED) {
            return;
        }
        if (pin.revision() == null
                || !pin.content().fingerprint().equals(pin.approvedFingerprint())
                || !pin.revision().fingerprint.equals(pin.approvedFingerprint())) {
            bad(
                    Fault.TEXT,
                    "What is here is not what was approved.",
                    page(),
                    "Withdraw it, and send it through review again");
        } else {
            good("What is here is what was approved.");
        }
    }

    private void place() {
        if (pin.account() == null || pin.board() == null) {
            bad(
                    pin.account() == null ? Fault.ACCOUNT : Fault.BOARD,
                    "It has no " + (pin.account() == null ? "account" : "board") + " yet.",
                    page() + "#account",
                    "Choose one");
            return;
        }
        if (!pin.account().live()) {
            bad(
                    Fault.ACCOUNT,
                    "%s is no longer connected in Publer.".formatted(pin.account().name),
                    "/boards",
                    "See the accounts");
        } else if (pin.account().locked) {
            bad(
                    Fault.ACCOUNT,
                    "Publer says that %s must be connected again.".formatted(pin.account().name),
                    "/boards",
                    "See the accounts");
        } else if (!pin.board().live()) {
            bad(
                    Fault.BOARD,
                    "The board “%s” is no longer there.".formatted(pin.board().name),
                    "/boards",
                    "See the boards");
        } else {
            good("%s and its board “%s” were there on %s."
                    .formatted(pin.account().name, pin.board().name, at(pin.board().seenAt)));
        }
    }

    static String missing(List<String> files) {
        return "The file of “%s” is missing on the server.".formatted(String.join("”, “", files));
    }

    private void media(MediaStore store) {
        if (pin.shots().isEmpty()) {
            bad(Fault.MEDIA, "It has no image or video yet.", page() + "#media", "Add one");
            return;
        }
        List<String> lost = pin.shots().stream()
                .flatMap(shot -> Stream.of(shot.media, shot.face()))
                .distinct()
                .filter(media -> !media.external() && !Files.isReadable(store.path(media)))
                .map(media -> media.fileName)
                .toList();
        if (!lost.isEmpty()) {
            bad(Fault.MEDIA, missing(lost), "/media", "See the media");
        } else if (pin.shots().stream().anyMatch(shot -> shot.media.external())) {
            good("Its image is at its own URL: it is fetched and compared once more before it is sent.");
        } else {
            good("Its media are here and within Pinterest's limits.");
        }
    }

    /** It goes out all the same; whoever decides on it sees it before everybody does. */
    private void unwise(pinplan.media.Advice advice) {
        Check.unwise(pin, advice).forEach(words -> warn(words, page(), "See the pin"));
    }

    private void link() {
        for (Check check : Check.link(pin, now)) {
            if (check.kind().isEmpty()) {
                good(check.words());
            } else {
                warn(check.words(), page() + "#link", "See the link");
            }
        }
    }

    private void time() {
        if (pin.publishAt() == null) {
            warn("It has no time yet.", page() + "#publishDate", "Give it one");
            return;
        }
        if (slot == null) {
            return;
        }
        String shared = slot.shared() ? Minutes.warning(pin) : null;
        if (pin.publishAt().isBefore(now) && !ordered()) {
            bad(Fault.LIMIT, "Its time has passed.", page() + "/move", "Give it another");
        } else if (shared != null) {
            warn(shared, page() + "/move" + Check.elsewhere(pin), "Move it");
        } else if (slot.held()) {
            bad(
                    Fault.LIMIT,
                    "Publer still holds another pin of the account in its minute.",
                    "/publishing",
                    "See what Publer holds");
        } else if (slot.foreign()) {
            warn(
                    "A pin that was made in Publer itself has its minute: Publer would refuse this one.",
                    page() + "/move",
                    "Move it");
        } else {
            good("Its minute is free.");
        }
        int cap = pin.workspace().dailyCap;
        long all = slot.all();
        if (slot.ours() >= cap) {
            bad(
                    Fault.CAP,
                    "The account already has %d of its %d pins in 24 hours around its time."
                            .formatted(slot.ours(), cap),
                    "/settings",
                    "See the limit");
        } else if (all >= cap) {
            warn(
                    "With %d that were made in Publer itself the account already has %d of its %d pins in 24 hours around its time."
                            .formatted(all - slot.ours(), all, cap),
                    "/calendar?view=day&on=" + LocalDate.ofInstant(pin.publishAt(), pin.workspace().zone),
                    "See the day");
        } else {
            good("%d of %d pins of the account in 24 hours around its time.".formatted(all + 1, cap));
        }
    }

    /** Then it is late at most, and goes out all the same or fails with a reason of its own. */
    private boolean ordered() {
        return pin.publishing() != null && pin.publishing().living() && pin.status() != PinStatus.FAILED;
    }

    private void publer() {
        if (pin.workspace().paused()) {
            bad(Fault.CONFIGURATION, "Publishing is paused in this workspace.", "/publishing", "See why");
        }
        if (connection == null) {
            bad(Fault.CONFIGURATION, "This workspace is not connected to Publer.", "/settings/publer", "Connect it");
            return;
        }
        Lane lane = connection.lane();
        if (lane.paused(now) && lane.pausedUntil() != null) {
            warn("Nothing is sent to Publer right now: " + lane.pauseReason(), "/publishing", "See the connection");
        } else if (lane.paused(now)) {
            bad(
                    Fault.CONFIGURATION,
                    "Nothing is sent to Publer right now: " + lane.pauseReason(),
                    "/publishing",
                    "See the connection");
        } else if (lane.lastAnswerAt() == null) {
            warn("Publer has not answered yet.", "/settings/publer", "Test the connection");
        } else if (lane.lastErrorAt() != null && lane.lastErrorAt().isAfter(lane.lastAnswerAt())) {
            warn("The last request to Publer failed: " + lane.lastError(), "/publishing", "See the connection");
        } else {
            good("Publer answered on %s.".formatted(at(lane.lastAnswerAt())));
        }
        if (lane.paused(now)) {
            return;
        }
        if (lane.freeAt(now, Reserve.DUE).isAfter(now)) {
            warn("Publer's request limit is spent: it would wait a little.", "/publishing#lane", "See what is used");
        } else {
            good("Publer's request limit has room for it.");
        }
    }

    private String page() {
        return PinPage.at(pin.id);
    }

    private String at(Instant moment) {
        return Formats.moment(moment, pin.workspace().zone);
    }

    private void good(String words) {
        lines.add(new Line("", null, words, null, null));
    }

    private void warn(String words, String href, String fix) {
        lines.add(new Line("warn", null, words, href, fix));
    }

    private void bad(Fault fault, String words, String href, String fix) {
        lines.add(new Line("bad", fault, words, href, fix));
    }
}
