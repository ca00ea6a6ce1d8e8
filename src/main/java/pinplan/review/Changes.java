package pinplan.review;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.media.Media;
import pinplan.pin.Content;
import pinplan.pin.Pin;
import pinplan.pin.Pointer;
import pinplan.pin.Revision;
import pinplan.team.Workspace;

/** What a reviewer asks of a pin. */
@TemplateExtension
public final class Changes {
    private Changes() {}

    /** Field by field, since the revision that was approved last, or else the one before; empty for a first one. */
    public static List<Change> changes(Pin pin) {
        Revision now = pin.revision();
        Revision before = now == null ? null : Revision.decidedBefore(now);
        return before == null ? List.of() : between(before.content, now.content, pin.workspace());
    }

    public static Discussion discussion(Pin pin) {
        return Discussion.of(pin);
    }

    /** Null where nobody was asked to agree. */
    public static Course course(Pin pin) {
        return Course.of(pin);
    }

    static String aboutField(Pin pin) {
        return "about-" + pin.id;
    }

    /** What of it can be pointed at by name. */
    static List<String> pointable(Pin pin) {
        return Pointer.fields();
    }

    /** What of it can be pointed at by a spot. */
    static List<Media> pictures(Pin pin) {
        return pin.shots().stream()
                .map(shot -> shot.media)
                .filter(media -> !media.video() && media.width > 0)
                .toList();
    }

    /** Unique on a page with many pins. */
    public static String noteField(Pin pin) {
        return "note-" + pin.id;
    }

    static List<Change> between(Content before, Content after, Workspace workspace) {
        List<Change> all = new ArrayList<>();
        add(all, "Title", before.title(), after.title());
        add(all, "Description", before.description(), after.description());
        add(all, "Destination link", before.link(), after.link());
        add(all, "Account", account(workspace, before.publerAccount()), account(workspace, after.publerAccount()));
        add(all, "Board", board(workspace, before), board(workspace, after));
        if (before.differences(after).contains("Media")) {
            Map<Long, String> names = names(workspace, before, after);
            all.add(new Change("Media", media(before, names), media(after, names)));
        }
        int most = Math.max(before.pictures().size(), after.pictures().size());
        for (int at = 0; at < most; at++) {
            add(all, at == 0 ? "Alt text" : "Alt text, image " + (at + 1), altText(before, at), altText(after, at));
        }
        return all;
    }

    private static void add(List<Change> all, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            all.add(new Change(field, before, after));
        }
    }

    private static String altText(Content content, int at) {
        return at < content.pictures().size() ? content.pictures().get(at).altText() : "";
    }

    private static String account(Workspace workspace, String publerId) {
        Account found = Account.find("workspace = ?1 and publerId = ?2", workspace, publerId)
                .firstResult();
        return found == null ? publerId : found.name;
    }

    private static String board(Workspace workspace, Content content) {
        Board found = Board.find(
                        "workspace = ?1 and publerId = ?2 and account.publerId = ?3",
                        workspace,
                        content.publerBoard(),
                        content.publerAccount())
                .firstResult();
        return found == null ? content.publerBoard() : found.name;
    }

    private static Map<Long, String> names(Workspace workspace, Content... contents) {
        List<Long> ids = java.util.Arrays.stream(contents)
                .map(Content::pictures)
                .flatMap(Collection::stream)
                .map(Content.Picture::mediaId)
                .toList();
        Map<Long, String> names = new HashMap<>();
        Media.in(workspace, ids).forEach(media -> names.put(media.id, media.fileName));
        return names;
    }

    private static String media(Content content, Map<Long, String> names) {
        return content.pictures().stream()
                .map(picture -> names.getOrDefault(picture.mediaId(), "a picture"))
                .collect(Collectors.joining(", "));
    }
}
