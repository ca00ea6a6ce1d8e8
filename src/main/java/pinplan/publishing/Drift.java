package pinplan.publishing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pinplan.board.Board;
import pinplan.pin.Content;
import pinplan.publer.PublerPost;
import pinplan.web.Words;

/** How the post that Publer holds differs from what was approved: somebody changed it there. */
@Embeddable
public class Drift {
    private static final String TIME = "time";
    private static final String BOARD = "board";
    private static final int CLIP = 120;

    /** One of which it says something else there than what was approved. */
    public record Field(String name, String approved, String there) {}

    /** For people; null when nothing differs, or when a person let it be. */
    @Column(name = "drift")
    private String words;

    /** What it says there, field by field and in full. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> theirs = Map.of();

    /** The {@link #digest} of the one that a person let be. */
    @Column(name = "drift_let_be")
    private String letBe;

    /** @return whether people hear something new by it */
    boolean compare(PublerPost post, Publication publication) {
        theirs = differences(post, publication);
        String told = theirs.isEmpty() || digest().equals(letBe) ? null : words(publication);
        boolean news = !Objects.equals(told, words);
        words = told;
        return news;
    }

    private static Map<String, String> differences(PublerPost post, Publication publication) {
        Map<String, String> theirs = new LinkedHashMap<>();
        if (!publication.publishNow && moved(post, publication)) {
            theirs.put(TIME, Waiting.at(publication, post.scheduledAt()));
        }
        theirs.putAll(Match.differences(post, publication.revision.content));
        return theirs;
    }

    private static boolean moved(PublerPost post, Publication publication) {
        return post.scheduledAt() != null
                && Duration.between(publication.publishAt, post.scheduledAt())
                                .abs()
                                .compareTo(Match.TOLERANCE)
                        > 0;
    }

    /** The same whatever people said of it; empty when nothing differs. */
    String words(Publication publication) {
        return shown(publication).entrySet().stream()
                .map(field -> "%s “%s”".formatted(field.getKey(), Words.clip(field.getValue(), CLIP)))
                .collect(Collectors.joining(", "));
    }

    /** What people see of it: a board by its name. */
    Map<String, String> shown(Publication publication) {
        Map<String, String> shown = new LinkedHashMap<>(theirs);
        shown.computeIfPresent(BOARD, (field, album) -> boardName(publication, album));
        return shown;
    }

    /** The same, beside what was approved. */
    List<Field> fields(Publication publication) {
        return shown(publication).entrySet().stream()
                .map(theirs -> new Field(theirs.getKey(), approved(theirs.getKey(), publication), theirs.getValue()))
                .toList();
    }

    private static String approved(String field, Publication publication) {
        Content content = publication.revision.content;
        return switch (field) {
            case TIME -> Waiting.at(publication, publication.publishAt);
            case "title" -> content.title();
            case "description" -> content.description();
            case "link" -> content.link();
            case BOARD -> boardName(publication, content.publerBoard());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String boardName(Publication publication, String album) {
        Board board = Board.at(publication.pin.account(), album);
        return board == null ? "one that Pinplan does not know" : board.name;
    }

    /** What it says there, or what was approved where that is the same. */
    String theirs(String field, String approved) {
        return theirs.getOrDefault(field, approved);
    }

    /** Where it is there; null when nobody knows that board here. */
    Board board(Board approved) {
        return theirs.containsKey(BOARD) ? Board.at(approved.account, theirs.get(BOARD)) : approved;
    }

    /** Another time is no small matter: what else is planned hangs on it. */
    public boolean timeMoved() {
        return words != null && words.startsWith(TIME + " “");
    }

    /** Which change it is, however long its texts are: whoever decides about it names the one that they saw. */
    public String digest() {
        return Attempt.hash(new TreeMap<>(theirs).toString());
    }

    /** Whether this is the change that somebody looked at. */
    boolean is(String seen) {
        return !theirs.isEmpty() && digest().equals(seen);
    }

    /** Null when there is nothing to decide. */
    public String words() {
        return words;
    }

    /** It may go out as somebody made it at Publer, or has, and nobody is told of it any more. */
    void letBe() {
        letBe = digest();
        words = null;
    }

    /** Nothing differs, as far as anybody knows: what it is there is approved by now, or it is another post. */
    void forgotten() {
        theirs = Map.of();
        words = null;
        letBe = null;
    }
}
