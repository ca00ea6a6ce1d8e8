package pinplan.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pinplan.pin.Called;
import pinplan.pin.Check;
import pinplan.pin.PinPage;
import pinplan.pin.PinStatus;
import pinplan.pin.PlannedTime;
import pinplan.pin.Spacing;
import pinplan.web.Formats;

/**
 * A pin as a calendar or a list shows it; read as a row, never as an entity. It is one of ours, or was made in Publer itself:
 * then it has no page here, no status, board or campaign.
 *
 * @param at null while it has no time
 * @param time 14:16; with its day where a view does not say that beside it
 * @param yours the same on the viewer's own clock; null where that reads the same
 * @param chosen the clock time that people chose, where the clocks skip that: what it keeps on another day; else null
 * @param clockChange what a clock change does to its time; null when nothing; a warning too, while it is not out
 * @param poster null while it has no media
 * @param warnings sentences about what will not go as planned
 * @param colour the class of its campaign's colour
 * @param there null for a pin of ours
 */
public record Chip(
        long id,
        String title,
        Instant at,
        ZoneId zone,
        String time,
        String yours,
        LocalTime chosen,
        String clockChange,
        PinStatus status,
        String board,
        String account,
        String campaign,
        String colour,
        Shade shade,
        Poster poster,
        List<String> warnings,
        MadeInPubler there) {
    /** Twice the width that a chip shows, for dense screens. */
    private static final int THUMB = 112;

    static Chip of(ChipRow row, ZoneId zone, ColourBy colour, Instant now) {
        if (row.madeThere()) {
            return madeThere(row, zone, now);
        }
        PlannedTime planned = planned(row);
        PinStatus status = PinStatus.valueOf(row.status());
        return new Chip(
                row.id(),
                Called.by(row.title(), row.link()),
                row.publishAt(),
                zone,
                time(row.publishAt(), zone),
                yours(row.publishAt(), zone),
                chosen(planned, row.publishAt(), zone),
                planned == null ? null : planned.clockChange(row.publishAt()),
                status,
                row.board() == null ? null : row.board().name(),
                row.account() == null ? null : row.account().name(),
                row.campaign() == null ? null : row.campaign().name(),
                row.campaign() == null ? "c-none" : row.campaign().colour().css(),
                colour.of(row),
                row.mediaId() == null ? null : new Poster(row.mediaId(), row.sha256(), row.width(), row.height()),
                status == PinStatus.PUBLISHED ? List.of() : warnings(row, planned, status, now),
                null);
    }

    private static PlannedTime planned(ChipRow row) {
        return row.plannedFor() == null ? null : new PlannedTime(row.plannedFor(), ZoneId.of(row.plannedZone()));
    }

    private static LocalTime chosen(PlannedTime planned, Instant at, ZoneId zone) {
        boolean elsewhere = planned == null || !planned.zone().equals(zone);
        return elsewhere || LocalDateTime.ofInstant(at, zone).equals(planned.local())
                ? null
                : planned.local().toLocalTime();
    }

    private static Chip madeThere(ChipRow row, ZoneId zone, Instant now) {
        boolean over = row.publishAt().isBefore(now);
        return new Chip(
                row.id(),
                Called.by(row.title(), row.link()),
                row.publishAt(),
                zone,
                time(row.publishAt(), zone),
                yours(row.publishAt(), zone),
                null,
                null,
                null,
                null,
                row.account().name(),
                null,
                "c-none",
                Shade.NONE,
                null,
                List.of(),
                new MadeInPubler(row.published(), over, row.postLink()));
    }

    private static List<String> warnings(ChipRow row, PlannedTime planned, PinStatus status, Instant now) {
        List<String> warnings = new ArrayList<>();
        if (row.retired()) {
            warnings.add("Its board is no longer there at Pinterest.");
        }
        if (row.locked()) {
            warnings.add("Its account can't be used now: connect it again in Publer.");
        }
        if (row.shared()) {
            warnings.add("Another pin of this account has the same minute.");
        }
        if (row.close() != null) {
            String[] said = row.close().split(" ");
            warnings.add(
                    Spacing.warning(Duration.ofSeconds(Math.abs(Long.parseLong(said[0]))), Integer.parseInt(said[1])));
        }
        if (row.troubled()) {
            warnings.add("The page that it leads to is not as it should be: see its link.");
        }
        if (unsent(status) && row.publishAt() != null && row.publishAt().isBefore(now)) {
            warnings.add("Its time has passed.");
        }
        if (planned != null && !planned.means(row.publishAt())) {
            warnings.add(Check.offTheClock(row.publishAt(), planned.zone()));
        }
        if (planned != null && planned.clockChange(row.publishAt()) != null) {
            warnings.add(planned.clockChange(row.publishAt()));
        }
        return warnings;
    }

    private static boolean unsent(PinStatus status) {
        return switch (status) {
            case DRAFT, IN_REVIEW, CHANGES_REQUESTED, ON_HOLD -> true;
            default -> false;
        };
    }

    /** Null while it has no media. */
    public String thumb() {
        return poster == null ? null : poster.wide(THUMB);
    }

    /** Why it does not move, or null. */
    public String still() {
        return switch (status) {
            case PUBLISHED, PUBLISHING, OUTCOME_UNKNOWN -> "A pin that is “%s” does not move.".formatted(status.word());
            default -> null;
        };
    }

    /** The class of its colour. */
    public String css() {
        return shade.css();
    }

    public String href() {
        return PinPage.at(id);
    }

    /** 14:16, or that it has no time. */
    private static String time(Instant at, ZoneId zone) {
        return at == null ? "No time" : Formats.clock(at, zone);
    }

    private static String yours(Instant at, ZoneId zone) {
        return at == null ? null : Formats.forYou(at, zone);
    }

    /** The same where no view says its day. */
    Chip dated(Instant now) {
        return new Chip(
                id,
                title,
                at,
                zone,
                moment(now),
                yours,
                chosen,
                clockChange,
                status,
                board,
                account,
                campaign,
                colour,
                shade,
                poster,
                warnings,
                there);
    }

    public String boardWords() {
        return board == null ? "No board yet" : board;
    }

    /** Thu 11 March, 14:16; of another year with that. */
    String moment(Instant now) {
        return at == null ? "No time" : Formats.moment(at, zone, now);
    }

    /** For a {@code datetime} attribute; null while it has no time. */
    public String datetime() {
        return at == null ? null : Formats.iso(at, zone);
    }
}
