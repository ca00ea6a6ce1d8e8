package pinplan.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import pinplan.pin.PinStatus;
import pinplan.web.Ids;

/** One way to show fewer pins: how an address names it, what it may be, and what it asks of the table pin. */
enum Filter {
    CAMPAIGN("campaign", "Campaign", Filter::numberOrNone, "pin.campaign_id = :campaign"),
    ACCOUNT("account", "Account", Filter::number, "pin.account_id = :account"),
    BOARD("board", "Board", Filter::number, "pin.board_id = :board"),
    AUTHOR("author", "Author", Filter::number, "pin.author_id = :author"),
    STATUS("status", "Status", Filter::status, "pin.status = :status"),
    DOMAIN(
            "domain",
            "Domain",
            Filter::domain,
            "lower(substring(pin.link from '^[A-Za-z]+://(?:[^/?#@]*@)?([^/:?#]+)'))"
                    + " in (cast(:domain as text), 'www.' || cast(:domain as text))"),
    /** As {@link Chip} warns. */
    WARNING(
            "warning",
            "Has a warning",
            Filter::flag,
            "pin.status <> 'PUBLISHED' and ("
                    + "exists (select 1 from board b where b.id = pin.board_id and b.retired_at is not null)"
                    + " or exists (select 1 from account a where a.id = pin.account_id"
                    + " and (a.retired_at is not null or a.locked))"
                    + " or " + ChipRow.SHARED
                    + " or " + ChipRow.CLOSE
                    + " or " + ChipRow.TROUBLED
                    + " or pin.clock_warning"
                    + " or pin.status in ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'ON_HOLD') and pin.publish_at < :now)"),
    /** What this member could decide, and what was sent back to them. */
    MINE(
            "mine",
            "Waiting on me",
            Filter::flag,
            "(pin.status = 'CHANGES_REQUESTED' and pin.author_id = :me or pin.status = 'IN_REVIEW' and pin.id in"
                    + " (select w.pin_id from waiting w"
                    + " where w.workspace_id = pin.workspace_id and w.member_id = :me and w.barred is distinct from 'GUEST'))"),
    TEXT(
            "q",
            "Text",
            UnaryOperator.identity(),
            "(pin.title ilike :text escape '!' or pin.description ilike :text escape '!'"
                    + " or pin.link ilike :text escape '!' or exists (select 1 from pin_media m"
                    + " where m.pin_id = pin.id and m.alt_text ilike :text escape '!'))");

    private final String parameter;
    private final String word;
    private final UnaryOperator<String> understood;
    private final String condition;

    Filter(String parameter, String word, UnaryOperator<String> understood, String condition) {
        this.parameter = parameter;
        this.word = word;
        this.understood = understood;
        this.condition = condition;
    }

    /** What an address can't mean is as good as nothing. */
    String understand(String typed) {
        return typed == null ? "" : understood.apply(typed.replace("\0", "").strip());
    }

    String parameter() {
        return parameter;
    }

    String word() {
        return word;
    }

    /** It is on or off, and has no value to say. */
    boolean flag() {
        return this == WARNING || this == MINE;
    }

    String condition() {
        return condition;
    }

    private static String number(String typed) {
        return Ids.read(typed) == null ? "" : typed;
    }

    private static String numberOrNone(String typed) {
        return typed.equals(Filters.NONE) ? typed : number(typed);
    }

    private static String flag(String typed) {
        return typed.equals("true") ? typed : "";
    }

    private static String status(String typed) {
        return Arrays.stream(PinStatus.values())
                .filter(status -> status.kind().equals(typed) || status.name().equals(typed))
                .map(PinStatus::kind)
                .findFirst()
                .orElse("");
    }

    /** Of an address, too: people paste what they have. */
    private static String domain(String typed) {
        String host = typed.toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/:?#].*$", "")
                .replaceFirst("^www\\.", "");
        return host.length() <= 253 ? host : "";
    }
}
