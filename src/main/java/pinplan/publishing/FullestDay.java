package pinplan.publishing;

/**
 * The fullest 24 hours that a time is in, as part of a query: Publer counts back from each pin, so one that is planned
 * before others can be too much for the last of them.
 */
final class FullestDay {
    /** A day, and not its first moment once more. */
    private static final String BACK = "make_interval(secs => 86399.999999)";

    private static final String A_DAY = "make_interval(hours => 24)";

    private FullestDay() {}

    /** How many of these it has. @param others a select of their times, {@link #around} this one, each with a 1 beside it */
    static String count(String at, String others) {
        return "(select cast(max(w.n) as bigint) from (select x.moment, sum(x.one) over (order by x.moment range between "
                + BACK
                + " preceding and current row) as n from (select " + at + " as moment, 0 as one union all " + others
                + ") x) w where w.moment >= " + at + ")";
    }

    /** Of everything else nothing can be in the same 24 hours. */
    static String around(String at, String other) {
        return "%2$s > %1$s - %3$s and %2$s < %1$s + %3$s".formatted(at, other, A_DAY);
    }

    /** The other orders of the account that go out, or went. */
    static String orders(String account, String at, String pin) {
        return "select q.publish_at, 1 from publication q where q.publer_account_id = " + account + " and q.pin_id <> "
                + pin + " and " + around(at, "q.publish_at") + " and q.state in " + Neighbours.sql(Neighbours.COUNTED);
    }
}
