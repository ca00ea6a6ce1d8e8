package pinplan.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pinplan.campaign.MomentKind;

/**
 * What runs above days: a campaign, a moment or a note.
 *
 * @param begins the first of the days that lead to it; else as from
 * @param from its first day; the earliest there is where nobody said
 * @param until its last day; the latest there is where nobody said
 */
public record Bar(Kind kind, String name, String css, String href, LocalDate begins, LocalDate from, LocalDate until) {
    /** In the order in which they get a place where there is not enough for all. */
    public enum Kind {
        MOMENT("moment"),
        NOTE("note"),
        CAMPAIGN("campaigns");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    static Bar of(CampaignRow campaign) {
        LocalDate from = campaign.startsOn() == null ? LocalDate.MIN : campaign.startsOn();
        return new Bar(
                Kind.CAMPAIGN,
                campaign.name(),
                campaign.colour().css(),
                "/campaigns/" + campaign.id(),
                from,
                from,
                campaign.endsOn() == null ? LocalDate.MAX : campaign.endsOn());
    }

    static Bar of(MomentRow moment) {
        return new Bar(
                moment.kind() == MomentKind.NOTE ? Kind.NOTE : Kind.MOMENT,
                moment.name(),
                moment.colour() == null ? "c-none" : moment.colour().css(),
                "/moments/" + moment.id(),
                moment.beginsOn(),
                moment.fromOn(),
                moment.untilOn());
    }

    /** Whether it runs, or something leads to it, on one of these days, the last included. */
    boolean touches(LocalDate first, LocalDate last) {
        return !begins.isAfter(last) && !until.isBefore(first);
    }

    boolean endless() {
        return from.equals(LocalDate.MIN) || until.equals(LocalDate.MAX);
    }

    /** campaign, 3–28 March */
    public String words() {
        return kind.word() + ", " + dates() + (begins.isBefore(from) ? ", lead window from " + DAY.format(begins) : "");
    }

    /** 28 March; 3–28 March; 28 February – 4 April; 28 December 2026 – 3 January 2027; from 3 March 2027 */
    public String dates() {
        if (from.equals(LocalDate.MIN)) {
            return "until " + DAY_AND_YEAR.format(until);
        }
        if (until.equals(LocalDate.MAX)) {
            return "from " + DAY_AND_YEAR.format(from);
        }
        if (from.equals(until)) {
            return DAY.format(from);
        }
        if (from.getYear() != until.getYear()) {
            return DAY_AND_YEAR.format(from) + " – " + DAY_AND_YEAR.format(until);
        }
        return from.getMonth() == until.getMonth()
                ? from.getDayOfMonth() + "–" + DAY.format(until)
                : DAY.format(from) + " – " + DAY.format(until);
    }
}
