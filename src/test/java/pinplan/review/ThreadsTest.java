package pinplan.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import pinplan.pin.Actor;
import pinplan.pin.Kitchen;
import pinplan.pin.Pin;
import pinplan.support.Page;
import pinplan.support.Pages;
import pinplan.team.Role;

/** A pin about which much was said: its page shows what is latest, and leads to all that is not. */
@QuarkusTest
class ThreadsTest {
    private static final int MANY = 2 * Threads.SIZE + 5;

    private final Kitchen kitchen = new Kitchen();
    private final Pages creator = kitchen.as(Role.CREATOR);
    private final Pin pin = kitchen.inReview("Lemon tart");
    private final String path = "/pins/" + pin.id;

    private List<Comment> threads(int count) {
        return Kitchen.write(() -> IntStream.range(0, count)
                .mapToObj(number -> Comment.begin(pin, Audience.INTERNAL, "Thread " + number, actor(), Kitchen.now()))
                .toList());
    }

    private List<Comment> answers(Comment thread, int count) {
        return Kitchen.write(() -> IntStream.range(0, count)
                .mapToObj(number -> Comment.locked(pin, thread.id).answer("Answer " + number, actor(), Kitchen.now()))
                .toList());
    }

    private Actor actor() {
        return kitchen.actor(Role.CREATOR);
    }

    private static List<String> said(Page page) {
        return page.document.select(".comment > .told").eachText();
    }

    private static List<String> numbered(String what, int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> what + " " + number).toList();
    }

    @Test
    void theLatestThreadsAreShownAndTheOthersAreLinksAway() {
        threads(MANY);
        Page latest = creator.get(path);
        assertThat(said(latest)).isEqualTo(numbered("Thread", Threads.SIZE + 5, MANY));
        assertThat(latest.document.select("[rel=prev]")).isEmpty();
        Page earlier = latest.follow("Earlier comments");
        assertThat(said(earlier)).isEqualTo(numbered("Thread", 5, Threads.SIZE + 5));
        Page first = earlier.follow("Earlier comments");
        assertThat(said(first)).isEqualTo(numbered("Thread", 0, 5));
        assertThat(first.document.select("a[rel=next]")).isEmpty();
        assertThat(said(first.follow("Later comments"))).isEqualTo(said(earlier));
    }

    @Test
    void aPageThatIsNotThereLeadsBack() {
        threads(1);
        for (String asked : List.of("999", "99999999999999999", "-1", "x", "1'")) {
            Page page = creator.get(path + "?comments=" + asked + "&resolved=" + asked + "&comment=" + asked);
            assertThat(page.status).isEqualTo(200);
            assertThat(page.says("No comments yet")).isFalse();
        }
    }

    @Test
    void anEarlierThreadIsFoundByItsCommentAndAnsweredWhereItStands() {
        Comment first = threads(MANY).get(0);
        Comment answer = answers(first, 1).get(0);
        Page found = land(answer);
        assertThat(said(found)).startsWith("Thread 0", "Answer 0");
        Page refused = found.form("Send the answer")
                .set("thread", first.id.toString())
                .fill("Answer", " ")
                .submit();
        assertThat(refused.status).isEqualTo(422);
        assertThat(refused.document.select(".reply[open] .error").text()).isEqualTo("Write something.");
        Page done = refused.form("Send the answer")
                .set("thread", first.id.toString())
                .fill("Answer", "Found it")
                .submit();
        assertThat(said(done)).contains("Thread 0", "Answer 0", "Found it");
    }

    /** By the address that the inbox and mails have. */
    private Page land(Comment comment) {
        String there = creator.one(path + "/comments/" + comment.id).header("Location");
        assertThat(there).endsWith("#comment-" + comment.id);
        Page page = creator.get(there.substring(there.indexOf("/pins/"), there.indexOf('#')));
        assertThat(page.document.getElementById("comment-" + comment.id)).isNotNull();
        return page;
    }

    @Test
    void ofALongThreadTheLastAnswersAreShownAndEachOneIsFound() {
        Comment first = threads(1).get(0);
        List<Comment> answers = answers(first, 25);
        Page page = creator.get(path);
        assertThat(said(page)).isEqualTo(joined("Thread 0", numbered("Answer", 15, 25)));
        Page earlier = page.follow("15 earlier answers to " + first.by());
        assertThat(said(earlier)).isEqualTo(joined("Thread 0", numbered("Answer", 5, 15)));
        Page begin = earlier.follow("5 earlier answers to " + first.by());
        assertThat(said(begin)).isEqualTo(joined("Thread 0", numbered("Answer", 0, 5)));
        assertThat(said(begin.follow("20 later answers to " + first.by()))).isEqualTo(said(page));
        for (int number : new int[] {0, 4, 5, 14, 15, 24}) {
            land(answers.get(number));
        }
    }

    private static List<String> joined(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    @Test
    void whatIsSettledIsCountedWholeAndPagedByItself() {
        List<Comment> all = threads(MANY);
        Kitchen.write(() -> {
            all.stream()
                    .limit(MANY - 2)
                    .forEach(thread -> Comment.locked(pin, thread.id).resolve(actor(), Kitchen.now()));
            return Comment.locked(pin, all.get(MANY - 2).id).delete(actor(), Kitchen.now());
        });
        Page page = creator.get(path);
        assertThat(page.document.select("#closed > summary").text()).isEqualTo(MANY - 1 + " resolved or deleted");
        assertThat(page.document.select("#closed[open]")).isEmpty();
        assertThat(page.document.select("#closed .thread")).hasSize(Threads.SIZE);
        assertThat(open(page)).containsExactly("Thread " + (MANY - 1));
        Page earlier = page.follow("Earlier ones").follow("Earlier ones");
        assertThat(earlier.document.select("#closed[open] .thread")).hasSize(4);
        assertThat(open(earlier)).containsExactly("Thread " + (MANY - 1));
        assertThat(land(all.get(0)).document.select("#closed[open] #comment-" + all.get(0).id))
                .hasSize(1);
    }

    private static List<String> open(Page page) {
        Elements threads = page.document.select("#threads > .thread .told");
        return threads.eachText();
    }

    /** What is left of a thread may be on another page. */
    @Test
    void aThreadSaysSomethingAsLongAsAnyAnswerDoes() {
        Comment first = threads(1).get(0);
        List<Comment> answers = answers(first, Threads.ANSWERS + 1);
        Kitchen.write(() -> {
            answers.stream()
                    .skip(1)
                    .forEach(answer -> Comment.locked(pin, answer.id).delete(actor(), Kitchen.now()));
            return Comment.locked(pin, first.id).delete(actor(), Kitchen.now());
        });
        Page page = creator.get(path);
        assertThat(page.hasButton("Send the answer")).isTrue();
        assertThat(page.follow("1 earlier answers to " + first.by()).says("Answer 0"))
                .isTrue();
    }

    @Test
    void aCommentOfAnotherPinTurnsNoPage() {
        threads(MANY);
        Pin other = kitchen.inReview("Another");
        Comment elsewhere =
                Kitchen.write(() -> Comment.begin(other, Audience.INTERNAL, "Elsewhere", actor(), Kitchen.now()));
        assertThat(said(creator.get(path + "?comment=" + elsewhere.id))).isEqualTo(said(creator.get(path)));
    }
}
