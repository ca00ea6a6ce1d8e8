package pinplan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;
import pinplan.pin.Actor;
import pinplan.pin.Pin;
import pinplan.pin.PinFields;
import pinplan.pin.PlannedTime;
import pinplan.pin.Seen;
import pinplan.pin.Shot;
import pinplan.publishing.Fault;
import pinplan.publishing.Sample;
import pinplan.team.Workspace;

/** Forty pins around today, each led to its status by the verbs that people use, at the times at which they would have. */
final class Month {
    private static final List<LocalTime> SLOTS = List.of(
            LocalTime.of(8, 0),
            LocalTime.of(9, 15),
            LocalTime.of(10, 30),
            LocalTime.of(12, 15),
            LocalTime.of(16, 30),
            LocalTime.of(18, 45),
            LocalTime.of(20, 0));

    private static final List<String> NOTES = List.of(
            "Please say how many it serves, people ask.",
            "The picture is lovely; the title is too long for the feed. Five words?",
            "Link to the new page, the old one redirects.");

    private final Workspace workspace;
    private final Actor creator;
    private final Actor approver;
    private final Map<String, Campaign> campaigns;
    private final List<Board> boards;
    private final List<Media> pictures;
    private final boolean real;
    private final Instant now;
    private int next;

    /** @param real whether its Publer is somebody's: then nothing may be ordered */
    Month(
            Workspace workspace,
            Actor creator,
            Actor approver,
            Map<String, Campaign> campaigns,
            List<Board> boards,
            List<Media> pictures,
            boolean real,
            Instant now) {
        this.workspace = workspace;
        this.creator = creator;
        this.approver = approver;
        this.campaigns = campaigns;
        this.boards = boards;
        this.pictures = pictures;
        this.real = real;
        this.now = now;
    }

    void make() {
        days(-13, -12, -11, -9, -8, -7, -6, -5, -4, -3, -2).forEach(this::published);
        if (!real) {
            days(-1).forEach(at -> failed(at, Fault.BOARD, "Pinterest no longer has this board."));
            days(-4).forEach(at -> failed(at, Fault.ACCOUNT, "Pinterest asks for a new sign-in to this account."));
            days(-1).forEach(this::unknown);
        }
        days(-2, -1).forEach(this::onHold);
        days(2, 4, 6).forEach(this::changesRequested);
        days(1, 2, 3, 5).forEach(at -> submitted(at, before(at)));
        days(8).forEach(this::changedSince);
        days(3, 7, 9).forEach(at -> draft(at, before(at)));
        draft(null, now.minus(Duration.ofDays(2)));
        draft(null, now.minus(Duration.ofDays(1)));
        days(4, 5, 6, 10).forEach(this::approved);
        approved(null);
        List.of(120, 360, 1200).forEach(minutes -> approved(quarter(minutes)));
        List.of(4, 6, 9).forEach(minutes -> approved(minute(minutes)));
        if (real) {
            days(11, 12, 13).forEach(at -> draft(at, before(at)));
        }
    }

    private void published(LocalDateTime at) {
        if (boards.isEmpty()) {
            draft(null, before(at));
            return;
        }
        Sample.published(agreed(at), instant(at).plusSeconds(20));
    }

    private void failed(LocalDateTime at, Fault fault, String sentence) {
        Sample.failed(agreed(at), fault, sentence, instant(at).plusSeconds(40));
    }

    private void unknown(LocalDateTime at) {
        Sample.unknown(agreed(at), "Publer's answer was lost and the pin is not in its list.", instant(at));
    }

    private void onHold(LocalDateTime at) {
        Pin pin = submitted(at, before(at));
        if (!boards.isEmpty()) {
            pin.passed(instant(at).plusSeconds(5));
        }
    }

    private void changesRequested(LocalDateTime at) {
        Pin pin = submitted(at, before(at));
        if (!boards.isEmpty()) {
            pin.requestChanges(
                    NOTES.get(next % NOTES.size()), approver, before(at).plus(Duration.ofHours(5)));
        }
    }

    private void approved(LocalDateTime at) {
        if (real || boards.isEmpty()) {
            submitted(at, before(at));
        } else {
            agreed(at);
        }
    }

    private Pin agreed(LocalDateTime at) {
        Pin pin = submitted(at, before(at));
        pin.approve(Seen.of(pin).toString(), approver, before(at).plus(Duration.ofHours(6)));
        return pin;
    }

    /** Approved once, and then somebody had a better idea: it waits again, and shows what changed. */
    private void changedSince(LocalDateTime at) {
        if (real || boards.isEmpty()) {
            submitted(at, before(at));
            return;
        }
        Pin pin = agreed(at);
        PinFields was = pin.fields();
        Instant later = before(at).plus(Duration.ofHours(7));
        pin.edit(
                was.saying(
                        was.title() + ", step by step",
                        "The short way, with the one mistake that everybody makes once."),
                creator,
                later);
        pin.submit(creator, later.plus(Duration.ofMinutes(10)));
    }

    /** Without a board there is nothing to submit: then it stays a draft. */
    private Pin submitted(LocalDateTime at, Instant when) {
        Pin pin = draft(at, when);
        if (!boards.isEmpty()) {
            pin.submit(creator, when.plus(Duration.ofHours(2)));
        }
        return pin;
    }

    private Pin draft(LocalDateTime at, Instant when) {
        int number = next++;
        Idea idea = Idea.ALL.get(number % Idea.ALL.size());
        Board board = board(idea);
        PinFields fields = new PinFields(
                idea.title(),
                idea.description(),
                idea.link(),
                board == null ? null : board.account,
                board,
                idea.campaign() == null ? null : campaigns.get(idea.campaign()),
                at,
                List.of(new Shot(pictures.get(number % pictures.size()), idea.altText())));
        return Pin.create(workspace, fields, creator, when);
    }

    /** The board that the idea names; at somebody's own Publer, any of theirs. */
    private Board board(Idea idea) {
        return boards.stream()
                .filter(board -> board.name.equals(idea.board()))
                .findFirst()
                .orElse(boards.isEmpty() ? null : boards.get(next % boards.size()));
    }

    /** Each pin its own slot: no two on one day share a minute. */
    private List<LocalDateTime> days(int... offsets) {
        LocalDate today = LocalDate.ofInstant(now, workspace.zone);
        List<LocalDateTime> times = new ArrayList<>();
        for (int offset : offsets) {
            times.add(today.plusDays(offset).atTime(SLOTS.get(slot++ % SLOTS.size())));
        }
        return times;
    }

    private int slot;

    private LocalDateTime minute(int ahead) {
        return LocalDateTime.ofInstant(now, workspace.zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(ahead + 1L);
    }

    private LocalDateTime quarter(int ahead) {
        LocalDateTime at = minute(ahead);
        return at.withMinute(at.getMinute() / 15 * 15 + 5);
    }

    private Instant instant(LocalDateTime at) {
        return new PlannedTime(at, workspace.zone).instant();
    }

    /** When somebody wrote it: some days before its time, and never in the future. */
    private Instant before(LocalDateTime at) {
        Instant written = (at == null ? now : instant(at)).minus(Duration.ofDays(4));
        Instant latest = now.minus(Duration.ofHours(8));
        return written.isBefore(latest) ? written : latest;
    }
}
