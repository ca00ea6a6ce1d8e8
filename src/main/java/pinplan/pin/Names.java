package pinplan.pin;

import jakarta.ws.rs.NotFoundException;
import java.time.LocalDateTime;
import java.util.function.Function;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;
import pinplan.team.Workspace;
import pinplan.web.Errors;
import pinplan.web.Formats;

/** What the numbers in a form stand for; empty for none. */
record Names(Workspace workspace) {
    String place(String account, String board) {
        String owner = named(account, id -> Account.in(workspace, id).name);
        String name = named(board, id -> Board.in(workspace, id).name);
        return name.isEmpty() || owner.isEmpty() ? name + owner : "%s (%s)".formatted(name, owner);
    }

    String campaign(String campaign) {
        return named(campaign, id -> Campaign.in(workspace, id).name);
    }

    String cover(TypedCover cover) {
        return switch (cover.by()) {
            case TypedCover.TIME -> (cover.frameId() == null ? "the moment at " : "the frame at ") + cover.moment();
            case TypedCover.IMAGE ->
                "“%s”"
                        .formatted(named(
                                cover.image(), id -> Media.in(workspace, id).called()));
            default -> "";
        };
    }

    /** Thu 11 March 2027, 14:16; what is no time stays as it was typed. */
    static String time(String date, String time) {
        LocalDateTime at = TypedTime.read(date, time, new Errors());
        return at == null
                ? (date + " " + time).strip()
                : Formats.date(at.toLocalDate()) + ", " + Formats.clock(at.toLocalTime());
    }

    private static String named(String id, Function<Long, String> name) {
        String found = found(id, name);
        return found != null ? found : id.isBlank() ? "" : "no longer there";
    }

    /** Null where nothing is chosen, or what is not there. */
    static <T> T found(String id, Function<Long, T> find) {
        try {
            return id.isBlank() ? null : find.apply(Long.valueOf(id));
        } catch (NumberFormatException | NotFoundException e) {
            return null;
        }
    }
}
