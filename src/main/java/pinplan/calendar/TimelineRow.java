package pinplan.calendar;

import java.util.List;

/**
 * A campaign, a moment or a note over the weeks.
 *
 * @param href null for the row of what has no campaign
 * @param note its dates and whose it is, or empty
 */
public record TimelineRow(String name, String icon, String css, String href, String note, List<TimelineCell> cells) {
    static TimelineRow of(Bar bar, List<TimelineWeek> weeks) {
        return new TimelineRow(
                bar.name(),
                bar.kind().icon(),
                bar.css(),
                bar.href(),
                bar.words(),
                weeks.stream().map(week -> TimelineCell.of(bar, week)).toList());
    }

    /** 12 planned, 4 published in these weeks: of a campaign there may be more before and after them. */
    public String counts() {
        return cells.stream().mapToLong(TimelineCell::planned).sum() + " planned, "
                + cells.stream().mapToLong(TimelineCell::published).sum() + " published in these weeks";
    }
}
