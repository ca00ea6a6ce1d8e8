package pinplan.pin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import pinplan.board.Account;
import pinplan.board.Board;
import pinplan.campaign.Campaign;
import pinplan.media.Media;

/**
 * One field that is not as it was, in words; media by their pictures too.
 *
 * @param before empty: nothing
 * @param after empty: nothing
 */
public record Change(String field, String before, String after, List<Media> mediaBefore, List<Media> mediaAfter) {
    Change(String field, String before, String after) {
        this(field, before, after, List.of(), List.of());
    }

    /** Longer than what one takes in at a glance. */
    private static final int LONG = 160;

    public boolean pictures() {
        return !mediaBefore.isEmpty() || !mediaAfter.isEmpty();
    }

    /** Whether it is told by the part that is another one, and in full only for who asks. */
    public boolean clipped() {
        return !pictures() && Math.max(PinLimits.count(before), PinLimits.count(after)) > LONG;
    }

    /** As it was and as it is, to be shown beside each other. */
    public List<Side> sides() {
        return List.of(
                new Side("Before", before, clipped() ? Passage.of(before, after) : Passage.all(before), mediaBefore),
                new Side("After", after, clipped() ? Passage.of(after, before) : Passage.all(after), mediaAfter));
    }

    /**
     * @param text in full
     * @param passage what of it is another one on the other side
     */
    public record Side(String word, String text, Passage passage, List<Media> media) {
        public boolean after() {
            return word.equals("After");
        }
    }

    /** By the labels of the fields, in their order. Not the time, which goes its own ways. */
    public static List<Change> between(PinFields before, PinFields after) {
        List<Change> all = new ArrayList<>();
        add(all, "Title", before.title(), after.title());
        add(all, "Description", before.description(), after.description());
        add(all, "Destination link", before.link(), after.link());
        place(all, "Account", Place.of(before.account()), Place.of(after.account()));
        place(all, "Board", Place.of(before.board()), Place.of(after.board()));
        add(all, "Campaign", name(before.campaign()), name(after.campaign()));
        List<Media> was = media(before);
        List<Media> is = media(after);
        if (!ids(was).equals(ids(is))) {
            all.add(new Change("Media", names(was), names(is), was, is));
        }
        cover(all, before, after);
        int most = Math.max(was.size(), is.size());
        for (int at = 0; at < most; at++) {
            String field = at == 0 ? "Alt text" : "Alt text, image " + (at + 1);
            add(all, field, altText(before, at), altText(after, at));
        }
        return all;
    }

    private static void cover(List<Change> all, PinFields before, PinFields after) {
        String was = coverWords(before);
        String is = coverWords(after);
        List<Media> wasShown = covers(before);
        List<Media> isShown = covers(after);
        if (!was.equals(is) || !ids(wasShown).equals(ids(isShown))) {
            all.add(new Change("Cover", was, is, wasShown, isShown));
        }
    }

    private static List<Media> covers(PinFields fields) {
        return fields.shots().stream()
                .map(shot -> shot.cover)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String coverWords(PinFields fields) {
        return fields.shots().stream().map(Shot::coverWords).collect(Collectors.joining());
    }

    /** What has one name may be two places, of which one is gone, or both are somebody's. */
    private static void place(List<Change> all, String field, Place before, Place after) {
        if (!Objects.equals(before.id(), after.id())) {
            boolean alike = before.name().equals(after.name());
            all.add(new Change(
                    field, alike ? before.exactly() : before.name(), alike ? after.exactly() : after.name()));
        }
    }

    private record Place(Long id, String name, String publerId, boolean live) {
        private static final Place NONE = new Place(null, "", "", true);

        static Place of(Account account) {
            return account == null ? NONE : new Place(account.id, account.name, account.publerId, account.live());
        }

        static Place of(Board board) {
            return board == null ? NONE : new Place(board.id, board.name, board.publerId, board.live());
        }

        String exactly() {
            return "%s (%s%s)".formatted(name, publerId, live ? "" : ", no longer there");
        }
    }

    /** Campaign, from none to “Easter”; of what is long only which field it is. */
    static String told(PinFields before, PinFields after) {
        return between(before, after).stream()
                .map(one -> one.pictures() || one.clipped()
                        ? one.field
                        : "%s, from %s to %s".formatted(one.field, quoted(one.before), quoted(one.after)))
                .collect(Collectors.joining("; "));
    }

    private static String quoted(String said) {
        return said.isEmpty() ? "none" : "“" + said + "”";
    }

    static void add(List<Change> all, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            all.add(new Change(field, before, after));
        }
    }

    private static String name(Campaign campaign) {
        return campaign == null ? "" : campaign.name;
    }

    private static List<Media> media(PinFields fields) {
        return fields.shots().stream().map(shot -> shot.media).toList();
    }

    private static List<Long> ids(List<Media> media) {
        return media.stream().map(one -> one.id).toList();
    }

    private static String names(List<Media> media) {
        return media.stream().map(one -> one.fileName).collect(Collectors.joining(", "));
    }

    private static String altText(PinFields fields, int at) {
        return at < fields.shots().size() ? fields.shots().get(at).altText : "";
    }
}
