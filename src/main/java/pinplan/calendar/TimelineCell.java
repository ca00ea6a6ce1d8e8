package pinplan.calendar;

/**
 * What there is of one row in one week.
 *
 * @param state runs, lead (the days only lead to it), or empty
 * @param href the week with these pins only; null where nothing is to be seen
 */
public record TimelineCell(TimelineWeek week, String state, long planned, long published, String href) {
    static TimelineCell of(Bar bar, TimelineWeek week) {
        return new TimelineCell(week, state(bar, week), 0, 0, null);
    }

    /** @param bar null for what has no dates */
    static TimelineCell of(Bar bar, TimelineWeek week, WeekCounts.Count count, String href) {
        String state = bar == null ? "" : state(bar, week);
        boolean leads = !state.isEmpty() || count.planned() + count.published() > 0;
        return new TimelineCell(week, state, count.planned(), count.published(), leads ? href : null);
    }

    private static String state(Bar bar, TimelineWeek week) {
        if (!bar.touches(week.first(), week.last())) {
            return "";
        }
        return bar.from().isAfter(week.last()) ? "lead" : "runs";
    }

    public boolean free() {
        return planned + published == 0;
    }
}
