package pinplan.pin;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.media.Media;
import pinplan.team.Workspace;

/** What revisions of one workspace name, as it is here now: asked for all of them at once. */
public final class Found {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Board> boards = new HashMap<>();
    private final Map<Long, Media> media = new HashMap<>();

    private Found() {}

    public static Found of(Collection<Revision> revisions) {
        Found found = new Found();
        if (!revisions.isEmpty()) {
            Workspace workspace = revisions.iterator().next().pin.workspace();
            found.look(
                    workspace,
                    revisions.stream().map(revision -> revision.content).toList());
        }
        return found;
    }

    private void look(Workspace workspace, List<Content> contents) {
        Set<String> owners = named(contents, Content::publerAccount);
        if (!owners.isEmpty()) {
            Account.<Account>list("workspace = ?1 and publerId in ?2", workspace, owners)
                    .forEach(account -> accounts.put(account.publerId, account));
        }
        Set<String> places = named(contents, Content::publerBoard);
        if (!places.isEmpty() && !accounts.isEmpty()) {
            Board.<Board>list("account in ?1 and publerId in ?2", accounts.values(), places)
                    .forEach(board -> boards.put(key(board.account, board.publerId), board));
        }
        Set<Long> shown = contents.stream().flatMap(Content::shown).collect(Collectors.toSet());
        Media.in(workspace, shown).forEach(one -> media.put(one.id, one));
    }

    private static Set<String> named(List<Content> contents, Function<Content, String> what) {
        return contents.stream().map(what).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static String key(Account account, String board) {
        return account.id + " " + board;
    }

    /** But for its campaign and its time, which are no part of it. What is not here any more is missing. */
    public PinFields fields(Content content) {
        Account account = accounts.get(content.publerAccount());
        return new PinFields(
                content.title(),
                content.description(),
                content.link(),
                account,
                account == null ? null : boards.get(key(account, content.publerBoard())),
                null,
                null,
                shots(content).toList());
    }

    private Stream<Shot> shots(Content content) {
        return content.pictures().stream()
                .filter(picture -> media.containsKey(picture.mediaId()))
                .map(this::shot);
    }

    private Shot shot(Content.Picture picture) {
        Shot shot = new Shot(media.get(picture.mediaId()), picture.altText());
        Content.Cover cover = picture.cover();
        return cover == null ? shot : shot.covered(media.get(cover.mediaId()), cover.millis());
    }

    boolean has(Content content) {
        return content.shown().allMatch(media::containsKey);
    }

    public List<Change> between(Revision before, Revision after) {
        return Change.between(fields(before.content), fields(after.content));
    }
}
