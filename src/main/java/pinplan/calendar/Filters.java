package pinplan.calendar;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pinplan.pin.PinStatus;

/** Which pins to show. Null or empty: all. What an address can't mean is left out. */
public record Filters(Long campaign, Long account, Long board, PinStatus status, String text) {
    static final Filters NONE = new Filters(null, null, null, null, "");
    private static final int LONGEST_TEXT = 200;

    static Filters of(String campaign, String account, String board, String status, String text) {
        return new Filters(id(campaign), id(account), id(board), status(status), text(text));
    }

    private static Long id(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.valueOf(typed) : null;
    }

    private static PinStatus status(String typed) {
        return Arrays.stream(PinStatus.values())
                .filter(status -> status.kind().equals(typed) || status.name().equals(typed))
                .findFirst()
                .orElse(null);
    }

    private static String text(String typed) {
        if (typed == null) {
            return "";
        }
        String text = typed.replace("\0", "").strip();
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }

    public boolean any() {
        return !equals(NONE);
    }

    /** As in an address. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "campaign", campaign);
        put(parameters, "account", account);
        put(parameters, "board", board);
        put(parameters, "status", status == null ? null : status.kind());
        put(parameters, "q", text.isEmpty() ? null : text);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    Filters without(String parameter) {
        return new Filters(
                parameter.equals("campaign") ? null : campaign,
                parameter.equals("account") ? null : account,
                parameter.equals("board") ? null : board,
                parameter.equals("status") ? null : status,
                parameter.equals("q") ? "" : text);
    }

    Filters withCampaign(Long id) {
        return new Filters(id, account, board, status, text);
    }

    /** Whether pins that were made in Publer itself can be among them: these have no campaign, board or status of ours. */
    boolean reachBeyondOurs() {
        return campaign == null && board == null && status == null;
    }

    /** Conditions on the table foreign_post, as post, each after an "and". */
    String conditionsBeyondOurs() {
        return (account == null ? "" : " and post.account_id = :account")
                + (text.isEmpty()
                        ? ""
                        : " and (post.title ilike :text escape '!' or post.text ilike :text escape '!')");
    }

    /** Conditions on the table pin, each after an "and". */
    String conditions() {
        List<String> all = new ArrayList<>();
        if (campaign != null) {
            all.add("pin.campaign_id = :campaign");
        }
        if (account != null) {
            all.add("pin.account_id = :account");
        }
        if (board != null) {
            all.add("pin.board_id = :board");
        }
        if (status != null) {
            all.add("pin.status = :status");
        }
        if (!text.isEmpty()) {
            all.add("(pin.title ilike :text escape '!' or pin.description ilike :text escape '!'"
                    + " or pin.link ilike :text escape '!')");
        }
        StringBuilder sql = new StringBuilder();
        all.forEach(condition -> sql.append(" and ").append(condition));
        return sql.toString();
    }

    <Q extends Query> Q bind(Q query) {
        if (campaign != null) {
            query.setParameter("campaign", campaign);
        }
        if (account != null) {
            query.setParameter("account", account);
        }
        if (board != null) {
            query.setParameter("board", board);
        }
        if (status != null) {
            query.setParameter("status", status.name());
        }
        if (!text.isEmpty()) {
            String literal = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
            query.setParameter("text", "%" + literal + "%");
        }
        return query;
    }
}
